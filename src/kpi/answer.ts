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
  /** Why there is none, where that can be told. */
  noData?: NoData;
  numerator: Figure | null;
  denominator: Figure | null;
  /** What an NPS is made of, and how far chance alone may move it, at 95 %. */
  loyalty?: Loyalty & {
    margin: number;
    /** How far chance alone may move it away from `previous`. */
    changeMargin?: number;
  };
  /**
   * How far chance alone may move a share of answers, or a score that was published, away from `previous`, at 95 %; null: nobody
   * can say, so that no change is told.
   */
  changeMargin?: number | null;
  /** Beside every average of durations. */
  median?: Figure | null;
  /** The same over the comparison period. */
  previous: Figure | null;
  /** The first day on record (ISO), where it lies inside the comparison period: `previous` is of a part of that alone. */
  recordsBegin?: string;
  target: Figure | null;
  /**
   * Where a team's target is the sum of its members': how many of them have one. Where some have none there is no `target`; what
   * is reached of `sum` (attainment, coverage) counts those alone who have one.
   */
  targetOf?: { withTarget: number; members: number; sum: Figure };
  pace: Pace | null;
  leftOut: readonly LeftOut[];
}

/** Whether it has, or is held against, a target that only some of the people have. */
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
  /** By the second breakdown, where there are two. */
  groups?: readonly Group[];
  /** Set where this is the sum of so many groups that are not shown one by one. */
  others?: number;
}

export interface Answer {
  question: Question;
  /** Whose numbers these are, as a name. */
  subject: string;
  period: Period;
  comparison: Period;
  /** In which calendar its days are told; not given: the Gregorian. */
  calendar?: CalendarSettings['calendar'];
  kpis: readonly KpiValue[];
  /** The KPI that was asked for and has too little behind it, where another is shown in its place. */
  inPlaceOf?: string;
  groups: readonly Group[];
  /** How many more groups there are than the top ones asked for, where they cannot be summed up. */
  moreGroups: number;
  /** Nothing at all is recorded yet for whom it is about. */
  nothingRecorded: boolean;
  /** When facts last came in, by source. */
  freshness: readonly { source: string; at: Temporal.Instant }[];
  currency: string;
}
