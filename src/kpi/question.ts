import type { PeriodSpec } from '../calendar/period-spec.ts';

/** How an answer can be broken down. A KPI says which of these it knows. */
export type Dimension =
  | 'rep'
  | 'team'
  | 'region'
  | 'country'
  | 'product'
  | 'product_type'
  | 'customer'
  | 'segment'
  | 'competitor'
  | 'source'
  | 'campaign'
  | 'origin'
  | 'kind'
  | 'stage'
  | 'type'
  | 'outcome'
  | 'result'
  | 'place'
  | 'weekday'
  | 'hour'
  | TimeDimension;

export type TimeDimension = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Which groups come first: `worst` are the lowest, of what is better low the highest, and `best` the others. */
export type Order = 'best' | 'worst' | 'lowest';

/** Whose numbers. Several teams together are those of a manager. */
export type Whose =
  | { scope: 'member'; memberId: string }
  | { scope: 'team'; teamIds: readonly string[] }
  | { scope: 'workspace' };

/** The facts of some groups of a breakdown: of a source, in a region and those below it. */
export interface Filter {
  by: Dimension;
  /** The groups' keys; a fact in any of them counts. */
  keys: readonly string[];
}

/** What can be asked, in plain JSON: a button's value, a schedule's row and a typed line all hold the same thing. */
export interface Question {
  /** The ids of KPIs; empty: those of the subject's job. */
  kpis: readonly string[];
  whose: Whose;
  period: PeriodSpec;
  /** At most two breakdowns, the second within the first; at most one of them over time. */
  by: readonly Dimension[];
  /** What alone counts: facts that meet every one of these; not given: all. */
  where?: readonly Filter[];
  /** Of the first breakdown the so many largest groups, the others together; not given: all. */
  top?: number;
  /** Of groups without an order of their own; not given: the largest first. */
  order?: Order;
  /** Who or what stands behind the change is wanted, also where it may be no more than chance. */
  why?: true;
  /** What to compare with; not given: the period before. */
  against?: 'lastYear';
}

/** Whether the question is about one number of somebody, neither broken down nor filtered nor compared in another way. */
export const isPlain = ({ by, where, top, against, why }: Question): boolean =>
  by.length === 0 && !where && !top && !against && !why;
