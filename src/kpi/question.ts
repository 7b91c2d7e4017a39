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

/** Whose numbers. Several teams together are those of a manager. */
export type Whose =
  | { scope: 'member'; memberId: string }
  | { scope: 'team'; teamIds: readonly string[] }
  | { scope: 'workspace' };

/** What can be asked, in plain JSON: a button's value, a schedule's row and a typed line all hold the same thing. */
export interface Question {
  /** The ids of KPIs; empty: those of the subject's job. */
  kpis: readonly string[];
  whose: Whose;
  period: PeriodSpec;
  by: Dimension | null;
  /** Of a breakdown the so many largest groups, the others together; not given: all. */
  top?: number;
  /** What to compare with; not given: the period before. */
  against?: 'lastYear';
}
