/** What SQL counts and sums: the measures that KPIs are made of. */
import type { Prisma } from '../db/generated/client.ts';

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

/** Whether a fact is how things stood on a day; known only from the day on which that began to be recorded. */
export const isState = (fact: Fact): fact is 'state' | 'lead_state' => fact === 'state' || fact === 'lead_state';
