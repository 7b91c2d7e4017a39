/** Goals for several periods at once: the same again and again, growing at first, or a year shared out by season. */
import { Temporal } from 'temporal-polyfill';
import type { PeriodSpec } from '../calendar/period-spec.ts';
import type { CalendarSettings } from '../calendar/settings.ts';
import { startOfUnit, stepUnits } from '../calendar/units.ts';
import { shareAmount } from '../records/share-amount.ts';
import { comingSpan, type TargetSpan, targetSpan } from './target-span.ts';

export type RepeatedUnit = 'week' | 'month' | 'quarter' | 'year';

export type TargetPlan =
  | {
      kind: 'each';
      unit: RepeatedUnit;
      /** Null: from the running one on, and for a year. */
      from: PeriodSpec | null;
      until: PeriodSpec | null;
      /** "50 % in month 1": percents of the goal. */
      ramp: readonly { unit: RepeatedUnit; place: number; percent: string }[];
    }
  /** Percents of a year's goal, by quarter (4) or month (12). */
  | { kind: 'seasonal'; percents: readonly string[] };

export interface PlanInput {
  plan: TargetPlan;
  /** What was said beside the plan, such as "2027"; null: nothing. */
  period: PeriodSpec | null;
  /** The goal, a decimal, and how many decimals it may have. */
  value: string;
  digits: number;
}

export interface PlannedTarget extends TargetSpan {
  value: string;
}

export type PlanRefusal = 'no_periods' | 'ramp' | 'share_count' | 'share_sum' | 'year';

const A_YEAR = { week: 52, month: 12, quarter: 4, year: 1 } as const;
const MOST_PERIODS = 60;

/** The goals of a plan in the order of time; of a seasonal one the year's own stands first. */
export function plannedTargets(
  { plan, ...input }: PlanInput,
  today: Temporal.PlainDate,
  settings: CalendarSettings,
): PlannedTarget[] | PlanRefusal {
  return plan.kind === 'each' ? repeated(plan, input, today, settings) : seasonal(plan, input, today, settings);
}

function repeated(
  { unit, from, until, ramp }: TargetPlan & { kind: 'each' },
  { period, value, digits }: Omit<PlanInput, 'plan'>,
  today: Temporal.PlainDate,
  settings: CalendarSettings,
): PlannedTarget[] | PlanRefusal {
  const said = period && comingSpan(period, today, settings);
  const wanted = from ? comingSpan(from, today, settings).from : (said?.from ?? startOfUnit(today, unit, settings));
  const running = startOfUnit(wanted, unit, settings);
  // "From march" begins with the first whole week of March.
  const start = running.equals(wanted) ? running : stepUnits(running, unit, 1, settings);
  const end = until
    ? comingSpan(until, start, settings).to
    : (said?.to ?? stepUnits(start, unit, A_YEAR[unit], settings));

  const percents = ramp.map(({ percent }) => Number(percent));
  const isRamp = ramp.every((step, index) => step.unit === unit && step.place === index + 1);
  if (!isRamp || percents.some((percent) => percent <= 0 || percent > 100)) return 'ramp';

  const targets: PlannedTarget[] = [];
  for (let day = start; targets.length <= MOST_PERIODS; ) {
    const to = stepUnits(day, unit, 1, settings);
    if (Temporal.PlainDate.compare(to, end) > 0) break;
    const percent = percents[targets.length];
    targets.push({ unit, from: day, to, value: percent === undefined ? value : partOf(value, percent, digits) });
    day = to;
  }
  return targets.length > 0 && targets.length <= MOST_PERIODS ? targets : 'no_periods';
}

const partOf = (value: string, percent: number, digits: number) => ((Number(value) * percent) / 100).toFixed(digits);

function seasonal(
  { percents }: TargetPlan & { kind: 'seasonal' },
  { period, value, digits }: Omit<PlanInput, 'plan'>,
  today: Temporal.PlainDate,
  settings: CalendarSettings,
): PlannedTarget[] | PlanRefusal {
  const unit = percents.length === 4 ? 'quarter' : percents.length === 12 ? 'month' : null;
  if (!unit) return 'share_count';
  const sum = percents.reduce((total, percent) => total + Number(percent), 0);
  if (Math.abs(sum - 100) > 0.001 || percents.some((percent) => Number(percent) <= 0)) return 'share_sum';
  const year = targetSpan(period ?? { kind: 'this', unit: 'year' }, today, settings);
  if (year?.unit !== 'year' || !startOfUnit(year.from, 'year', settings).equals(year.from)) return 'year';
  const parts = shareAmount(value, percents, digits).map((part, index): PlannedTarget => {
    const from = stepUnits(year.from, unit, index, settings);
    return { unit, from, to: stepUnits(from, unit, 1, settings), value: part };
  });
  return [{ ...year, value }, ...parts];
}
