import type { Prisma } from '../db/generated/client.ts';
import type { Dimension } from './question.ts';

/**
 * count: whole things · rate: a fraction, shown as % · ratio: a plain quotient · odds: won to lost · days: mean days ·
 * duration: seconds · money: a decimal in the workspace's currency · score: a number on its own scale.
 */
export type KpiUnit = 'count' | 'rate' | 'ratio' | 'odds' | 'days' | 'duration' | 'money' | 'score';

export type Family = 'activity' | 'leads' | 'deals' | 'revenue' | 'customers' | 'surveys';

/**
 * What a fact table can tell. `lead` and `deal` are the events of leads and deals, `line` what won deals sold, `state` the
 * pipeline of a day, `lead_state` its open leads, `customer_month` customers in each of the last 12 months,
 * `answer` what customers answered when asked, `pulse` what closed rounds of employees' surveys have published, `price` our prices
 * beside the competitors'.
 */
export type Fact =
  | 'activity'
  | 'lead'
  | 'lead_state'
  | 'deal'
  | 'line'
  | 'state'
  | 'customer'
  | 'customer_month'
  | 'answer'
  | 'pulse'
  | 'expense'
  | 'price'
  | 'headcount';

/** Which tables a fact needs beside its own. */
export type Join = 'membership' | 'member' | 'rate' | 'lead' | 'start' | 'stage' | 'customer' | 'opportunity' | 'spent';

/**
 * One number that SQL takes from the rows `f` of a fact; KPIs that need the same one share it. That the rows are said apart
 * from what is taken from them is what lets the same declaration list the records behind the number.
 */
export interface Measure {
  /** Unique over the catalogue: the name of the column. */
  id: string;
  fact: Fact;
  /** Which rows count: a condition over `f`, the span `s` and the joins. */
  rows: Prisma.Sql;
  takes: Taking;
  joins?: readonly Join[];
  /** An amount in the workspace's currency rather than a number of things. */
  money?: true;
  /** Which events of leads, deals or answers it looks at. */
  events?: readonly FactEvent[];
}

/** What a measure takes from the rows that count. */
export type Taking =
  /** How many they are. */
  | { kind: 'count' }
  /** How many different ones, where one thing can have several rows. */
  | { kind: 'distinct'; of: Prisma.Sql }
  /** Their sum; rows where it is null add nothing. Of no rows it is 0, or null where that would claim to know. */
  | { kind: 'sum'; of: Prisma.Sql; ofNothing: 0 | null }
  | { kind: 'median'; of: Prisma.Sql }
  /** The currency of each row. */
  | { kind: 'currencies' }
  /** The currencies in each row's list. */
  | { kind: 'currency_lists'; of: Prisma.Sql };

export const count: Taking = { kind: 'count' };
export const currencies: Taking = { kind: 'currencies' };
export const sumOf = (of: Prisma.Sql, ofNothing: 0 | null = 0): Taking => ({ kind: 'sum', of, ofNothing });
export const medianOf = (of: Prisma.Sql): Taking => ({ kind: 'median', of });
export const distinct = (of: Prisma.Sql): Taking => ({ kind: 'distinct', of });

/** Makes measures of one fact, which count and need no other tables unless they say so; `always`: what all of them have. */
export const measuresOn =
  (fact: Fact, always: Pick<Measure, 'events' | 'joins'> = {}) =>
  (id: string, rows: Prisma.Sql, takes: Taking = count, joins: readonly Join[] = always.joins ?? []): Measure => ({
    ...{ id, fact, rows, takes, joins },
    ...(always.events ? { events: always.events } : {}),
  });

export type DealEvent = 'opened' | 'proposal' | 'closed';
export type LeadEvent = 'created' | 'contacted' | 'qualified';
/** `csat_new` are answers of new customers, `detractor` answers that open a case. */
export type AnswerEvent = 'nps' | 'csat' | 'csat_new' | 'detractor';
export type FactEvent = DealEvent | LeadEvent | AnswerEvent;

/** How measures become the KPI's value. `null` in place of a value is "no data". */
export type Formula =
  | { kind: 'sum'; of: Measure }
  /** Sum of numerators / sum of denominators of the group asked for, never an average of ratios. 0 below = no data. */
  | { kind: 'ratio'; numerator: Measure; denominator: Measure; median?: Measure; sharesDenominatorBy?: Dimension }
  | { kind: 'odds'; won: Measure; lost: Measure }
  /** 100 × the geometric mean of quotients: of how many, and the sum of their natural logarithms. */
  | { kind: 'index'; logs: Measure; count: Measure }
  /**
   * What a customer brings in a month × how many months one stays: (revenue / customer-months) / (churned / active at the
   * months' starts). `history` counts only where it reaches back far enough.
   */
  | {
      kind: 'lifetime';
      revenue: Measure;
      customerMonths: Measure;
      churned: Measure;
      atStarts: Measure;
      history: Measure;
    }
  /** The product of other formulas / one more; what is said when one of them has no data and cannot say why itself. */
  | { kind: 'product'; of: readonly Factor[]; over: Factor }
  /** 100 × (promoters − detractors) / answers, with its margin. */
  | { kind: 'nps'; promoters: Measure; detractors: Measure; answers: Measure }
  /** What the closed rounds of an employee survey have published: it is never counted from records. */
  | { kind: 'published'; of: Formula; spread?: Spread }
  /** The measure / the same over the comparison period − 1. */
  | { kind: 'growth'; of: Measure }
  /** Another KPI's value / its target. */
  | { kind: 'attainment'; of: string }
  /** What is in the pipeline / (target of the other KPI − its value so far). */
  | { kind: 'coverage'; of: Measure; goal: string };

/** How far apart people are, from which follows what chance may do to their score: of each group that a round has published. */
export interface Spread {
  /** How many have answered. */
  people: Measure;
  /** For each of them the square of how far apart all of the round are. */
  squares: Measure;
  /** How many groups these are, and how many more of which the spread is not published. */
  known: Measure;
  unknown: Measure;
}

export interface Factor {
  formula: Formula;
  unknown: NoData;
}

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

/** Why there is no data, where that is more than nothing having happened. */
export type NoData =
  | 'of_everyone'
  | 'of_groups'
  | 'no_target'
  | 'not_surveyed'
  | 'no_answers'
  | 'short_history'
  | 'nobody_churned'
  | 'margin_unknown'
  | 'cac_unknown';

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

/** Whether a fact is how things stood on a day; known only from the day on which that began to be recorded. */
export const isState = (fact: Fact): fact is 'state' | 'lead_state' => fact === 'state' || fact === 'lead_state';

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

function measuresIn(formula: Formula): Measure[] {
  switch (formula.kind) {
    case 'sum':
    case 'growth':
    case 'coverage':
      return [formula.of];
    case 'ratio':
      return [formula.numerator, formula.denominator, ...(formula.median ? [formula.median] : [])];
    case 'odds':
      return [formula.won, formula.lost];
    case 'index':
      return [formula.logs, formula.count];
    case 'lifetime':
      return [formula.revenue, formula.customerMonths, formula.churned, formula.atStarts, formula.history];
    case 'product':
      return [...formula.of, formula.over].flatMap((factor) => measuresIn(factor.formula));
    case 'nps':
      return [formula.promoters, formula.detractors, formula.answers];
    case 'published':
      return [...measuresIn(formula.of), ...Object.values(formula.spread ?? {})];
    case 'attainment':
      return [];
  }
}
