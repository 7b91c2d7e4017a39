/** Whether customers have become unhappier: the share of detractors, compared with the three periods before. */
import type { Temporal } from 'temporal-polyfill';
import type { PeriodSpec } from '../calendar/period-spec.ts';
import { stepUnits } from '../calendar/units.ts';
import type { Answer, KpiValue } from '../kpi/answer.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import type { Dimension, Question } from '../kpi/question.ts';
import { chanceOfRise, type Share } from '../kpi/rise.ts';
import { calendarSettings } from '../people/workspace.ts';

/** The number of earlier periods that define what is usual. */
const PERIODS = 3;

/**
 * Below this probability we do not call it chance. The check runs every day, mostly on the same answers as the day
 * before, so one in a hundred means a false alarm in about one month of twenty (test/kpi/rise.test.ts).
 */
export const RARE = 0.01;

export interface Rise {
  now: Share;
  before: Share;
  /** The first day of the time compared with, which ends where the period begins. */
  since: Temporal.PlainDate;
  /** The probability of this many if nothing had changed. */
  chance: number;
}

/** Answers a question about NPS, with the rise in detractors; null: one of the two times has no answers. */
export async function riseOf(asking: Asking, question: Question): Promise<{ answer: Answer; rise: Rise | null }> {
  const answer = await evaluate(asking, question);
  const earlier = await evaluate(asking, { ...question, period: periodBefore(answer, asking) });
  const [now, before] = [sharesIn(answer.kpis), sharesIn(earlier.kpis)];
  if (!now || !before) return { answer, rise: null };
  return { answer, rise: { now, before, since: earlier.period.from, chance: chanceOfRise(before, now) } };
}

/** One group's detractors. */
export interface RisePart {
  label: string;
  now: Share;
  /** null: nobody in it answered before. */
  before: Share | null;
}

/** The groups with detractors, those with most first. */
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

/** The time before: for a month three months, for 30 days 90. */
function periodBefore({ period: { from, to }, question: { period } }: Answer, { workspace }: Asking): PeriodSpec {
  const isOfUnits = 'unit' in period && period.kind !== 'trailing';
  const since = isOfUnits
    ? stepUnits(from, period.unit, -PERIODS, calendarSettings(workspace))
    : from.subtract({ days: PERIODS * from.until(to).days });
  return { kind: 'between', from: since.toString(), through: from.subtract({ days: 1 }).toString() };
}
