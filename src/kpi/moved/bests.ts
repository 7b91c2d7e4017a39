import type { CalendarSettings } from '../../calendar/settings.ts';
import { type Span, settingsFor } from '../../calendar/span.ts';
import { unitOfPeriod } from '../../calendar/unit-of-period.ts';
import { type CalendarUnit, startOfUnit, stepUnits } from '../../calendar/units.ts';
import { workspaceCalendar } from '../../people/working-calendar.ts';
import { calendarSettings } from '../../people/workspace.ts';
import type { Answer, KpiValue } from '../answer.ts';
import { findKpi } from '../catalogue/index.ts';
import { addsUpOverTime } from '../definition.ts';
import type { Asking } from '../evaluate.ts';
import { spansOf } from '../spans.ts';
import type { LookBack } from './look-back.ts';
import type { Best } from './moved.ts';

/** A best of a few is no news. */
const FEWEST_PERIODS = 8;

/**
 * How far back is looked: a year of weeks, some years of longer ones. A best of days is mostly one of weekdays; for a best
 * of years a decade would have to be counted with every answer.
 */
const looksBack: Partial<Record<CalendarUnit, number>> = { week: 53, month: 24, quarter: 12 };

/**
 * What was never as high in the periods before, of what adds up and of which more is better: rates of few are highest by
 * chance. A tie is no best. Null where nothing is above the period it is compared with.
 */
export function newBests({ workspace, directory, now }: Asking, answer: Answer): LookBack<Best> | null {
  const { question, period } = answer;
  const ownSettings = calendarSettings(workspace);
  const settings = settingsFor(question.period, ownSettings);
  const unit = unitOfPeriod(question.period) ?? (isWeek(period, settings) ? 'week' : null);
  const before = unit && looksBack[unit];
  const kpis = answer.kpis.filter(canBeBest);
  if (!unit || !before || kpis.length === 0) return null;
  const written = {
    from: stepUnits(period.from, unit, -before, settings).toString(),
    through: period.from.subtract({ days: 1 }).toString(),
  };
  const { spans, firstBucket } = spansOf({
    ...{ spec: { kind: 'between', ...written }, now, settings: ownSettings, by: unit },
    ...{ working: workspaceCalendar(workspace, directory), against: 'previous', growth: false },
  });
  const periodsBefore = spans.slice(firstBucket);
  const tell: LookBack<Best>['tell'] = (sumIn) =>
    kpis.flatMap((kpi): Best[] => {
      const values = periodsBefore.map((_, index) => sumIn(kpi.id, index));
      const standing = recordOf(Number(kpi.value), values);
      if (!standing) return [];
      const { periods, isSince } = standing;
      const from = stepUnits(period.from, unit, -periods - 1, settings);
      const since = isSince ? { from, to: stepUnits(from, unit, 1, settings) } : null;
      return [{ kind: 'best', kpi, unit, running: period.running, since, periods }];
    });
  return { kpis, spans: periodsBefore, tell };
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
