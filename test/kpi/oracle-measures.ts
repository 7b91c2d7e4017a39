/** What the formulas of the independent calculation are made of: which rows count, and what is taken from them. */
import type { Facts, When } from '../support/facts.ts';
import type { Window } from './oracle-calendar.ts';
import type { Aim } from './oracle-goals.ts';
import { leadOf } from './oracle-rows.ts';
import { type DealRow, dayOf, happenedBy, happenedIn, instantOf, type Rows } from './oracle-shapes.ts';

export interface Asked {
  window: Window;
  /** The comparison period, for growth. */
  before: Window | null;
  /** A member, teams, or everyone. */
  whose?: { member: string } | { teams: readonly string[] };
  by?: string;
  /** The group; without `by` it is the whole. */
  key?: string | null;
}

export interface Given extends Asked {
  facts: Facts;
  rows: Rows;
  earlier: Rows | null;
  aim: Aim | null;
}

export const over = (numerator: number | null, denominator: number | null) =>
  numerator === null || !denominator ? null : numerator / denominator;
export const total = (numbers: (number | null | undefined)[]) =>
  numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0);
export const won = ({ closed }: Rows) => closed.filter(({ fact }) => fact.status === 'won');
export const lost = ({ closed }: Rows) => closed.filter(({ fact }) => fact.status === 'lost');
/** What those have sold whose goal it is. */
export const soldTowards = (rows: Rows, { counts }: Aim) =>
  total(won(rows).map((row) => (counts(row) ? row.amount : null)));
export const revenue = (rows: Rows) => total(won(rows).map(({ amount }) => amount));
export const done = ({ rows }: Given, ...types: string[]) =>
  rows.activities.map(({ fact }) => fact).filter(({ type }) => types.includes(type));
export const calls = (given: Given) => done(given, 'call').filter(({ direction }) => direction === 'outbound');
export const ended = (given: Given, ...outcomes: string[]) =>
  calls(given).filter(({ outcome = '' }) => outcomes.includes(outcome));
export const heard = (given: Given) => ended(given, 'answered').filter(({ result }) => result);
export const meetings = (given: Given, ...outcomes: string[]) =>
  done(given, 'meeting', 'demo').filter(({ outcome = '' }) => outcomes.includes(outcome));
export const timed = (given: Given) =>
  done(given, 'call').filter(({ outcome, seconds }) => outcome === 'answered' && seconds !== undefined);
export const ofKind = ({ rows }: Given, ...kinds: string[]) =>
  total(rows.lines.filter(({ kind }) => kinds.includes(kind ?? '')).map(({ amount }) => amount));
export const proposed = ({ rows }: Given) => rows.closed.filter(({ fact }) => fact.proposal);

function cycleOf(facts: Facts, { fact }: DealRow): number | null {
  const { opened, closed = '' } = fact;
  const starts = [opened, leadOf(facts, fact)?.contacted].filter((when) => when !== undefined);
  const [start] = starts
    .filter((when) => lengthOf(when, closed) >= 0)
    .sort((a, b) => {
      const [dayA, dayB] = [dayOf(a), dayOf(b)];
      return dayA === dayB ? (instantOf(a) ?? Infinity) - (instantOf(b) ?? Infinity) : dayA < dayB ? -1 : 1;
    });
  return start === undefined ? null : lengthOf(start, closed) / 86_400_000;
}
export const cycles = ({ facts, rows }: Given) =>
  won(rows)
    .map((deal) => cycleOf(facts, deal))
    .filter((length) => length !== null);

/** Lines whose price and cost are known, and what they brought and left. */
export const costed = ({ rows }: Given) =>
  rows.lines.flatMap(({ line, unit, amount }) => {
    if (!line || typeof line.price !== 'number' || line.cost === undefined) return [];
    const profit = unit((line.quantity ?? 1) * (line.price - line.cost));
    return profit === null ? [] : [{ profit, amount }];
  });

export const share = <R>(rows: readonly R[], holds: (row: R) => boolean | undefined) =>
  over(rows.filter((row) => holds(row)).length, rows.length);
export const by = (when: When | undefined, { window }: Given) => when !== undefined && happenedBy(when, window.seen);

/** Milliseconds between two moments; whole days where one is known by its date alone. */
function lengthOf(start: When, end: When): number {
  const [from, to] = [instantOf(start), instantOf(end)];
  return from !== null && to !== null ? to - from : Date.parse(dayOf(end)) - Date.parse(dayOf(start));
}
/** The same in seconds, never less than none. */
export const secondsFrom = (start: When, end: When): number => Math.max(0, lengthOf(start, end) / 1000);
export const meanOf = (lengths: number[]) => over(total(lengths), lengths.length);

export const hasDeal = (given: Given, name: string) =>
  (given.facts.deals ?? []).some(({ lead, opened, states }) => {
    if (lead !== name) return false;
    return opened ? by(opened, given) : (states?.[0]?.from ?? '0001-01-01') <= dayOf(given.window.seen);
  });

export const engaged = ({ facts, window }: Given, name: string) =>
  (facts.activities ?? []).some(
    (each) =>
      happenedIn(each.when, window) &&
      (each.customer ?? facts.deals?.[each.deal ?? -1]?.customer ?? facts.leads?.[each.lead ?? '']?.customer) ===
        name &&
      ((each.type === 'call' && each.outcome === 'answered') ||
        (['meeting', 'demo'].includes(each.type) && each.outcome === 'held') ||
        (['email', 'message'].includes(each.type) && each.direction === 'inbound')),
  );

export const boughtMore = ({ facts, window, by, key }: Given, name: string) =>
  (facts.deals ?? []).some(
    ({ status, customer, closed, lines = [] }) =>
      status === 'won' &&
      customer === name &&
      happenedIn(closed, window) &&
      lines.some(
        ({ kind = '', product }) => ['upsell', 'cross_sell'].includes(kind) && (by !== 'product' || product === key),
      ),
  );

export const scoresOf = ({ rows }: Given, instrument: string) =>
  rows.answers
    .filter(({ fact, keys }) => fact.instrument === instrument && (instrument !== 'nps' || keys.latest))
    .map(({ fact }) => fact.score);
export const solved = (given: Given) =>
  given.rows.answers
    .map(({ fact }) => fact)
    .filter((fact) => fact.instrument === 'nps' && fact.score <= 6 && by(fact.solved, given));

const firstWin = ({ deals = [] }: Facts) =>
  deals.flatMap(({ status, closed = '' }) => (status === 'won' ? [dayOf(closed)] : [])).sort()[0];

export function lifetimeValue({ facts, rows: { months } }: Given): number | null {
  if ((firstWin(facts) ?? '9999-12-31') > (months[6]?.from ?? '')) return null;
  const customers = months.flatMap((month) => month.customers);
  const began = customers.filter(({ atStart }) => atStart);
  const revenue = total(months.flatMap(({ sold }) => sold.map(({ amount }) => amount)));
  return over(
    over(revenue, customers.filter(({ within }) => within).length),
    over(began.filter(({ atEnd }) => !atEnd).length, began.length),
  );
}

export const grossMargin = (given: Given) => {
  const known = costed(given).filter(({ amount }) => amount !== null);
  return over(total(known.map(({ profit }) => profit)), total(known.map(({ amount }) => amount)));
};
export const acquisitionCost = ({ rows }: Given) => {
  const spent = rows.expenses.flatMap(({ category, amount }) => (category === 'other' ? [] : (amount ?? [])));
  return over(spent.length ? total(spent) : null, rows.customers.filter(({ isNew }) => isNew).length);
};
