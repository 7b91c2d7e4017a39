import { type Formula, measuresIn } from './formula.ts';
import { isState, type Measure } from './measure.ts';
import type { Dimension } from './question.ts';

/**
 * count: whole things · rate: a fraction, shown as % · ratio: a plain quotient · odds: won to lost · days: mean days ·
 * duration: seconds · money: a decimal in the workspace's currency · score: a number on its own scale.
 */
export type KpiUnit = 'count' | 'rate' | 'ratio' | 'odds' | 'days' | 'duration' | 'money' | 'score';

export type Family = 'activity' | 'leads' | 'deals' | 'revenue' | 'customers' | 'surveys';

/** What had to be left out of a value, and how often; `waiting` are leads that nobody has contacted yet. */
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

/** What a KPI counts as left out, and why. Measures of a missing rate give the currency of each amount, the others a count. */
export interface LeftOutMeasure {
  reason: LeftOut['reason'];
  measure: Measure;
}

/**
 * What may be told of people's own answers. The groups are fixed when a round closes: everybody, and those with so many
 * answers whose complement within a published group has as many. Nobody may see more, whoever they are.
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
  /** A share of those who answered: what chance alone does to it is no change. */
  isOfAnswers?: true;
}

/** Whether the people of a team add up to it, so that its target can be the sum of its members'. */
export const addsUp = (kpi: Kpi): boolean =>
  kpi.formula.kind === 'sum' && (kpi.unit === 'count' || kpi.unit === 'money');

/** Whether its days add up to a month, so that a target can be split and paced. A pipeline's do not: it is a state. */
export const addsUpOverTime = (kpi: Kpi): boolean => addsUp(kpi) && !looksAtEnd(kpi);

/** Whether the KPI looks at the state at the period's end rather than at what happened within it. */
export const looksAtEnd = (kpi: Kpi): boolean => measuresOf(kpi).some(({ fact }) => isState(fact) || fact === 'price');

/**
 * Whether the KPI asks what has become by now of what began in the period. Its measures look from a moment of their own,
 * which lies for an earlier cohort as much earlier.
 */
export const isOfCohort = (kpi: Kpi): boolean =>
  measuresOf(kpi).some(({ rows, joins = [] }) => rows.sql.includes('s.seen_') || joins.includes('opportunity'));

/** What was spent and what others charge is no one person's. */
export const isOfEveryone = (kpi: Kpi): boolean =>
  measuresOf(kpi).some(({ fact }) => fact === 'expense' || fact === 'price');

/** Every measure the KPI itself needs, without those of a KPI it refers to. */
export const measuresOf = ({ formula, leftOut = [] }: Kpi): Measure[] => [
  ...measuresIn(formula),
  ...leftOut.map(({ measure }) => measure),
];
