import type { CalendarSettings } from '../../calendar/settings.ts';
import { type Span, settingsFor } from '../../calendar/span.ts';
import { unitOfPeriod } from '../../calendar/unit-of-period.ts';
import { type CalendarUnit, startOfUnit, stepUnits } from '../../calendar/units.ts';
import { calendarSettings } from '../../people/workspace.ts';
import type { Answer, KpiValue } from '../answer.ts';
import { findKpi } from '../catalogue/index.ts';
import { addsUpOverTime } from '../definition.ts';
import { type Asking, evaluate } from '../evaluate.ts';
import type { Best } from './moved.ts';

/** A best of a few is no news. */
const FEWEST_PERIODS = 8;

/** How far back is looked: a year of weeks, some years of longer ones. A best of days is mostly one of weekdays. */
const looksBack: Partial<Record<CalendarUnit, number>> = { week: 53, month: 24, quarter: 12, year: 10 };

/**
 * What was never as high in the periods before, of what adds up and of which more is better: rates of few are highest by
 * chance. A tie is no best. One statement per fact, and only if something is above the period it is compared with.
 */
export async function newBests(asking: Asking, answer: Answer): Promise<Best[]> {
  const { question, period } = answer;
  const settings = settingsFor(question.period, calendarSettings(asking.workspace));
  const unit = unitOfPeriod(question.period) ?? (isWeek(period, settings) ? 'week' : null);
  const before = unit && looksBack[unit];
  const hopeful = answer.kpis.filter(canBeBest);
  if (!unit || !before || hopeful.length === 0) return [];
  const written = {
    from: stepUnits(period.from, unit, -before, settings).toString(),
    through: period.from.subtract({ days: 1 }).toString(),
  };
  const { groups } = await evaluate(asking, {
    ...{ kpis: hopeful.map(({ id }) => id), whose: question.whose, by: [unit] },
    ...{ period: { kind: 'between', ...written }, ...(question.where ? { where: question.where } : {}) },
  });
  return hopeful.flatMap((kpi, index): Best[] => {
    const values = groups.map(({ kpis }) => Number(kpis[index]?.value ?? 0));
    const standing = recordOf(Number(kpi.value), values);
    if (!standing) return [];
    const { periods, isSince } = standing;
    const from = stepUnits(period.from, unit, -periods - 1, settings);
    const since = isSince ? { from, to: stepUnits(from, unit, 1, settings) } : null;
    return [{ kind: 'best', kpi, unit, running: period.running, since, periods }];
  });
}

/** Whether days that were written out are a week of the calendar, as those of a report are. */
const isWeek = ({ from, to }: Span, settings: CalendarSettings) =>
  from.until(to).days === 7 && startOfUnit(from, 'week', settings).equals(from);

function canBeBest({ id, value, previous }: KpiValue): boolean {
  const kpi = findKpi(id);
  return kpi?.better === 'up' && addsUpOverTime(kpi) && Number(value) > Number(previous ?? 0);
}

/**
 * Whether a value is above those of at least eight periods before it, counted back from the last; the recorded history
 * begins with the first that brought anything. Null if it is not.
 *
 * @returns how many periods before it are all below it, and whether one before those is not
 */
export function recordOf(value: number, history: readonly number[]): { periods: number; isSince: boolean } | null {
  const began = history.findIndex((each) => each > 0);
  const recorded = began < 0 ? [] : history.slice(began);
  const asHigh = recorded.findLastIndex((each) => each >= value);
  const periods = recorded.length - 1 - asHigh;
  return periods >= FEWEST_PERIODS ? { periods, isSince: asHigh >= 0 } : null;
}
