/** Whether customers have become unhappier: the share of detractors against that of the three periods before. */
import type { Temporal } from 'temporal-polyfill';
import type { PeriodSpec } from '../calendar/period-spec.ts';
import { stepUnits } from '../calendar/units.ts';
import type { Answer, KpiValue } from '../kpi/answer.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import type { Dimension, Question } from '../kpi/question.ts';
import { chanceOfRise, type Share } from '../kpi/rise.ts';
import { calendarSettings } from '../people/workspace.ts';

/** As many periods before are what is usual. */
const PERIODS = 3;

/**
 * Rarer than that is no chance. It is looked at every day, and most answers are those of the day before: once in a hundred
 * then makes a false alarm in about one month of twenty (test/kpi/rise.test.ts).
 */
export const RARE = 0.01;

export interface Rise {
  now: Share;
  before: Share;
  /** The first day of what it is compared with; that ends where the period begins. */
  since: Temporal.PlainDate;
  /** How likely so many would be if nothing had changed. */
  chance: number;
}

/** How a question about NPS stands, and the detractors in it; null: nobody has answered in one of the two. */
export async function riseOf(asking: Asking, question: Question): Promise<{ answer: Answer; rise: Rise | null }> {
  const answer = await evaluate(asking, question);
  const earlier = await evaluate(asking, { ...question, period: periodBefore(answer, asking) });
  const [now, before] = [sharesIn(answer.kpis), sharesIn(earlier.kpis)];
  if (!now || !before) return { answer, rise: null };
  return { answer, rise: { now, before, since: earlier.period.from, chance: chanceOfRise(before, now) } };
}

/** A group's detractors. */
export interface RisePart {
  label: string;
  now: Share;
  /** null: nobody there answered before. */
  before: Share | null;
}

/** Where the detractors are, the most first; groups without any are left out. */
export async function risePartsBy(asking: Asking, question: Question, by: Dimension): Promise<RisePart[]> {
  const broken = { ...question, by: [by] };
  const answer = await evaluate(asking, broken);
  const earlier = await evaluate(asking, { ...broken, period: periodBefore(answer, asking) });
  return answer.groups
    .flatMap(({ key, label, kpis }): RisePart[] => {
      const now = sharesIn(kpis);
      const before = sharesIn(earlier.groups.find((group) => group.key === key)?.kpis ?? []);
      return now?.count ? [{ label, now, before }] : [];
    })
    .sort(
      (one, other) => other.now.count - one.now.count || other.now.count / other.now.of - one.now.count / one.now.of,
    );
}

function sharesIn([kpi]: readonly KpiValue[]): Share | null {
  if (!kpi?.loyalty) return null;
  const { promoters, passives, detractors } = kpi.loyalty;
  return { count: detractors, of: promoters + passives + detractors };
}

/** Three months before a month, 90 days before 30. */
function periodBefore({ period: { from, to }, question: { period } }: Answer, { workspace }: Asking): PeriodSpec {
  const isOfUnits = 'unit' in period && period.kind !== 'trailing';
  const since = isOfUnits
    ? stepUnits(from, period.unit, -PERIODS, calendarSettings(workspace))
    : from.subtract({ days: PERIODS * from.until(to).days });
  return { kind: 'between', from: since.toString(), through: from.subtract({ days: 1 }).toString() };
}
