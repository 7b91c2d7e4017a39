import { type Formula, measuresIn } from './formula.ts';
import { isState, type Measure } from './measure.ts';
import type { Dimension } from './question.ts';

/**
 * count: whole things · rate: a fraction, shown as % · ratio: a plain quotient · odds: won to lost · days: mean days ·
 * duration: seconds · money: a decimal in the workspace's currency · score: a number on its own scale.
 */
export type KpiUnit = 'count' | 'rate' | 'ratio' | 'odds' | 'days' | 'duration' | 'money' | 'score';

export type Family = 'activity' | 'leads' | 'deals' | 'revenue' | 'customers' | 'surveys';

/** What was left out of a value, and how often; `waiting` are leads that nobody has contacted yet. */
export interface LeftOut {
  reason:
    | 'no_amount'
    | 'no_rate'
    | 'no_customer'
    | 'no_cost'
    | 'no_probability'
    | 'no_start'
    | 'no_score'
    | 'waiting'
    | 'expense_no_rate'
    | 'price_no_rate'
    | 'no_list_price'
    | 'no_observation'
    | 'case_open';
  count: number;
  /** The currency without a rate. */
  currency?: string;
}

/** What a KPI leaves out, and why. A measure of missing rates lists the currency of each amount; the others count. */
export interface LeftOutMeasure {
  reason: LeftOut['reason'];
  measure: Measure;
}

/**
 * What may be shown of employees' answers. The groups are fixed when a round closes: everybody, and each group with at
 * least this many answers whose complement within a published group has as many. Nobody sees more, whatever their role.
 */
export interface Privacy {
  smallestGroup: number;
  publishedBy: readonly Dimension[];
}

/** A KPI: one declaration. Its title, meaning and formula in words are the messages `kpi.<id>.…` of the catalogue. */
export interface Kpi {
  id: string;
  family: Family;
  unit: KpiUnit;
  /** Which way is good; it colours comparisons and nothing else. */
  better: 'up' | 'down' | 'neither';
  dimensions: readonly Dimension[];
  formula: Formula;
  privacy?: Privacy;
  leftOut?: readonly LeftOutMeasure[];
  /** A share of answers to a survey: shown as changed only beyond its margin of error. */
  isOfAnswers?: true;
}

/** Whether a team's value is the sum of its people's, so that its target can be the sum of theirs. */
export const addsUp = (kpi: Kpi): boolean =>
  kpi.formula.kind === 'sum' && (kpi.unit === 'count' || kpi.unit === 'money');

/**
 * Whether a month's value is the sum of its days', so that a target can be split and paced. Not of a state, such as the
 * pipeline.
 */
export const addsUpOverTime = (kpi: Kpi): boolean => addsUp(kpi) && !looksAtEnd(kpi);

/** Whether the KPI looks at the state at the period's end rather than at what happened within it. */
export const looksAtEnd = (kpi: Kpi): boolean => measuresOf(kpi).some(({ fact }) => isState(fact) || fact === 'price');

/**
 * Whether the KPI asks what has become by now of what began in the period (a cohort). Each period is looked at from its
 * own moment, so that cohorts are compared at equal age.
 */
export const isOfCohort = (kpi: Kpi): boolean =>
  measuresOf(kpi).some(({ rows, joins = [] }) => rows.sql.includes('s.seen_') || joins.includes('opportunity'));

/** Whether it belongs to no one person: expenses and competitors' prices. */
export const isOfEveryone = (kpi: Kpi): boolean =>
  measuresOf(kpi).some(({ fact }) => fact === 'expense' || fact === 'price');

/** Every measure the KPI itself needs, without those of a KPI it refers to. */
export const measuresOf = ({ formula, leftOut = [] }: Kpi): Measure[] => [
  ...measuresIn(formula),
  ...leftOut.map(({ measure }) => measure),
];
