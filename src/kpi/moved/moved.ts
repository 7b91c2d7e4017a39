import type { Temporal } from 'temporal-polyfill';
import type { CalendarUnit } from '../../calendar/units.ts';
import type { KpiValue } from '../answer.ts';
import type { Dimension } from '../question.ts';

/** Something worth a sentence under a summary. */
export type Moved = Slip | Driven | Mixed | Best;

/** A goal that is behind an even pace now and was not at the end of the last working day. */
export interface Slip {
  kind: 'slip';
  kpi: KpiValue;
  day: Temporal.PlainDate;
}

/** A change, and the group that brought the most of it. */
export interface Driven {
  kind: 'driven';
  kpi: KpiValue;
  by: Dimension;
  group: string;
  /** In the KPI's own unit, as is what the group brought to it. */
  change: number;
  contribution: number;
  /** Told because it was asked for: chance alone would move it as far. */
  isChance?: true;
}

/** A ratio that moved one way while nearly all of its parts moved the other: it is made of other parts than before. */
export interface Mixed {
  kind: 'mixed';
  kpi: KpiValue;
  by: Dimension;
  /** In the KPI's own unit. */
  change: number;
  /** So many parts, of so many, moved the other way. */
  against: number;
  parts: number;
  /** The part that grew or shrank most in the way of the whole, how much of that it makes up, and whether its ratio is the higher. */
  group: string;
  share: { before: number; after: number };
  isHigher: boolean;
}

/** More than in any of the periods before; `since`: the last one that had as much, if that is known. */
export interface Best {
  kind: 'best';
  kpi: KpiValue;
  unit: CalendarUnit;
  running: boolean;
  since: { from: Temporal.PlainDate; to: Temporal.PlainDate } | null;
  /** How many periods before it it is better than. */
  periods: number;
}
