import type { Temporal } from 'temporal-polyfill';
import type { Period } from '../calendar/period.ts';
import type { CalendarSettings } from '../calendar/settings.ts';
import type { Pace } from '../targets/pace.ts';
import type { KpiUnit, LeftOut } from './definition.ts';
import type { NoData } from './formula.ts';
import type { Loyalty } from './nps.ts';
import type { Question } from './question.ts';

/** A number as it leaves the engine: counts, days and ratios as numbers, rates as fractions, durations in seconds, money as a decimal string. */
export type Figure = number | string;

export interface KpiValue {
  id: string;
  unit: KpiUnit;
  /** ISO 4217, for money. */
  currency?: string;
  /** null: no data, which is neither 0 nor an error. */
  value: Figure | null;
  /** Why there is no value, if known. */
  noData?: NoData;
  numerator: Figure | null;
  denominator: Figure | null;
  /** What an NPS is made of, and its margin of error (95 %). */
  loyalty?: Loyalty & {
    margin: number;
    /** The margin of error of its change from `previous` (95 %). */
    changeMargin?: number;
  };
  /**
   * The margin of error (95 %) of the change of a share of answers, or of a published score, from `previous`; null:
   * unknown, and no change is shown.
   */
  changeMargin?: number | null;
  /** Beside every average of durations. */
  median?: Figure | null;
  /** The same over the comparison period. */
  previous: Figure | null;
  /**
   * The first day on record (ISO) if it lies inside the comparison period: `previous` then covers only a part of it.
   */
  recordsBegin?: string;
  target: Figure | null;
  /**
   * Where a team's target is the sum of its members': how many of them have one. If some have none, there is no
   * `target`, and attainment and coverage compare with `sum` what only those with a target did.
   */
  targetOf?: { withTarget: number; members: number; sum: Figure };
  pace: Pace | null;
  leftOut: readonly LeftOut[];
}

/** Whether its target, or the target it is compared with, is one that only some of the people have. */
export const isOfSome = <Value extends Pick<KpiValue, 'targetOf'>>(
  kpi: Value,
): kpi is Value & Required<Pick<KpiValue, 'targetOf'>> =>
  kpi.targetOf !== undefined && kpi.targetOf.withTarget < kpi.targetOf.members;

/** Whether a goal of a day tells something: of less than one whole call or deal a day the month tells more. */
export const tellsOfADay = ({ unit, target }: Pick<KpiValue, 'unit' | 'target'>): boolean =>
  unit !== 'count' || Number(target) >= 1;

export interface Group {
  /** An id, or a value such as `held` or `2026-03-01`; null: the facts that have none. */
  key: string | null;
  label: string;
  kpis: readonly KpiValue[];
  /** By the second breakdown, if there are two. */
  groups?: readonly Group[];
  /** If this is the sum of groups not shown one by one: how many. */
  others?: number;
}

export interface Answer {
  question: Question;
  /** Whose numbers these are, as a name. */
  subject: string;
  period: Period;
  comparison: Period;
  /** The calendar its days are shown in; default: Gregorian. */
  calendar?: CalendarSettings['calendar'];
  kpis: readonly KpiValue[];
  /** The KPI that was asked for, if it had too little data and another one is shown instead. */
  inPlaceOf?: string;
  groups: readonly Group[];
  /** How many groups beyond the top ones were left out because they cannot be summed up. */
  moreGroups: number;
  /** Whether nothing at all is recorded yet for the people it is about. */
  nothingRecorded: boolean;
  /** When facts last came in, by source. */
  freshness: readonly { source: string; at: Temporal.Instant }[];
  currency: string;
}
