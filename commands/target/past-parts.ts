import { Temporal } from 'temporal-polyfill';
import { buckets } from '../../src/calendar/buckets.ts';
import { localDay } from '../../src/calendar/local-day.ts';
import { stepUnits } from '../../src/calendar/units.ts';
import type { Kpi } from '../../src/kpi/definition.ts';
import type { Asking } from '../../src/kpi/evaluate.ts';
import type { Goal } from '../../src/kpi/goal-of-several.ts';
import { loadGoalsWithin } from '../../src/kpi/goals.ts';
import type { Whose } from '../../src/kpi/question.ts';
import { calendarSettings } from '../../src/people/workspace.ts';

export interface Span {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** A past period, with its goal before a change and after; null: none, or in another currency. */
export interface ChangedPart extends Span {
  before: Goal | null;
  after: Goal | null;
}

/**
 * The past quarters and months of a running period whose goal changes with that period's, as the first quarters' with a
 * year's. Leaves out those that had no goal, and months within a quarter that is listed.
 */
export async function changedParts(
  { kpi, whose, spans }: { kpi: Kpi; whose: Whose; spans: readonly (Span & { value: number | null })[] },
  asked: Asking,
): Promise<ChangedPart[]> {
  const { workspace, now } = asked;
  const today = localDay(now, workspace.zone);
  const running = spans.find(({ from, to }) => isUpTo(from, today) && !isUpTo(to, today));
  if (!running) return [];
  const parts = (['quarter', 'month'] as const).flatMap((unit) => partsOf(running, unit, asked));
  const over = parts.filter(({ to }) => isUpTo(to, today));
  if (over.length === 0) return [];
  const input = { ...asked, kpis: [kpi], span: running };
  const [goalsBefore, goalsAfter] = await Promise.all([
    loadGoalsWithin(input),
    loadGoalsWithin({ ...input, asIf: { kpi, whose, spans: [running] } }),
  ]);
  const goalIn = (goals: typeof goalsBefore, part: Span) => goals({ ...part, running: false }).goalOf(kpi, whose);
  const changed = over.flatMap((part): ChangedPart[] => {
    const [before, after] = [goalIn(goalsBefore, part), goalIn(goalsAfter, part)];
    return before === null || before.value === after?.value ? [] : [{ ...part, before, after }];
  });
  return changed
    .filter(
      (part) => !changed.some((other) => other !== part && isUpTo(other.from, part.from) && isUpTo(part.to, other.to)),
    )
    .sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
}

const isUpTo = (day: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(day, other) <= 0;

/** The whole quarters or months within a period, without the period itself. */
function partsOf(running: Span, unit: 'quarter' | 'month', { workspace }: Asking): Span[] {
  const settings = calendarSettings(workspace);
  const starts = buckets(running, unit, settings);
  return starts.flatMap((from): Span[] => {
    const to = stepUnits(from, unit, 1, settings);
    const isWhole = isUpTo(running.from, from) && isUpTo(to, running.to);
    return isWhole && !(from.equals(running.from) && to.equals(running.to)) ? [{ from, to }] : [];
  });
}
