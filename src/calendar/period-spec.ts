export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * What a person can ask for, before it meets a clock. Plain JSON, so that a question can be stored and asked again:
 * "last month" of a saved report moves on with time.
 */
export type PeriodSpec =
  /** The running unit, the complete one before it or the one to come, which only goals are about: yesterday = last day. */
  | { kind: 'this' | 'last' | 'next'; unit: 'day' | 'week' | 'month' | 'quarter' | 'year' }
  /** The latest such day of the week that has begun, ISO (1 = Monday); `isOver`: today is not meant, as in "last friday". */
  | { kind: 'weekday'; weekday: Weekday; isOver?: true }
  /** wtd, mtd, qtd, ytd: begins like "this" and ends now. */
  | { kind: 'toDate'; unit: 'week' | 'month' | 'quarter' | 'year' }
  /** The last n complete units; the running one is not among them. */
  | { kind: 'trailing'; n: number; unit: 'day' | 'week' | 'month' }
  /**
   * A month of its year, 1–12; without a year the latest that has begun. A year says its calendar (below 1700 it is
   * Persian); without one, `calendar` says whose month it is (march, farvardin), else the workspace's calendar does.
   */
  | { kind: 'month'; month: number; year?: number; calendar?: 'gregory' | 'persian' }
  /** A fiscal quarter; the fiscal year is named by the calendar year it ends in. Without a year the latest that has begun. */
  | { kind: 'quarter'; quarter: 1 | 2 | 3 | 4; year?: number }
  /** A fiscal year, named by the calendar year it ends in. */
  | { kind: 'year'; year: number }
  /** Days written YYYY-MM-DD, both included, as people write them. Years below 1700 are Persian. */
  | { kind: 'between'; from: string; through: string };
