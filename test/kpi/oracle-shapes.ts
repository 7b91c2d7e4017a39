/** What the independent calculation sees: rows with an owner, a day and keys to group by. */
import { Temporal } from 'temporal-polyfill';
import type { ActivityFact, AnswerFact, DealFact, Facts, LeadFact, LineFact, When } from '../support/facts.ts';
import type { Window } from './oracle-calendar.ts';

/** Where something happened, as far as grouping goes. */
export interface Row {
  owner: string | null;
  /** The day whose team and region count. */
  day: string;
  keys: Record<string, string | null>;
}
export interface ActivityRow extends Row {
  fact: ActivityFact;
}
export interface DealRow extends Row {
  fact: DealFact;
  number: number;
  /** In the workspace's currency; null: unknown, or no rate. */
  amount: number | null;
}
export interface LineRow extends DealRow {
  line: LineFact | null;
  kind: string | null;
  unit: (amount: number) => number | null;
}
export interface StateRow extends Row {
  isDeal: boolean;
  amount: number | null;
  probability: number | null;
}
export interface LeadRow extends Row {
  fact: LeadFact;
  name: string;
}
export interface OpenLeadRow extends Row {
  score: number | null;
}
export interface CustomerRow extends Row {
  name: string;
  within: boolean;
  atStart: boolean;
  atEnd: boolean;
  /** Its purchases by the window's end, in the workspace's currency; null: unknown. */
  bought: { in: boolean; amount: number | null }[];
  /** Whether it was a customer before its first purchase. */
  hadBefore: boolean;
  isNew: boolean;
}
export interface ExpenseRow extends Row {
  category: string;
  amount: number | null;
}
export interface AnswerRow extends Row {
  fact: AnswerFact;
  number: number;
}
/** One of the 12 months before a day: who was a customer, and what was sold to them. */
export interface MonthRows {
  from: string;
  customers: CustomerRow[];
  sold: (Row & { amount: number | null })[];
}
/** A product and what its competitors asked, each latest price in the workspace's currency; null: no rate. */
export interface PriceRow extends Row {
  ours: number | null;
  theirs: { competitor: string; price: number | null }[];
}
export interface Rows {
  activities: ActivityRow[];
  created: LeadRow[];
  contacted: LeadRow[];
  qualified: LeadRow[];
  /** null: before the recorded history of leads. */
  openLeads: OpenLeadRow[] | null;
  opened: DealRow[];
  proposals: DealRow[];
  closed: DealRow[];
  lines: LineRow[];
  /** null: before the recorded history. */
  state: StateRow[] | null;
  customers: CustomerRow[];
  expenses: ExpenseRow[];
  prices: PriceRow[];
  months: MonthRows[];
  answers: AnswerRow[];
  sellers: Row[];
}

/** Of a day alone or a moment with its offset from UTC; the oracle gives all moments one. */
export const dayOf = (when: When) => when.slice(0, 10);
export const instantOf = (when: When) => (when.includes('T') ? Temporal.Instant.from(when).epochMilliseconds : null);

export function happenedIn(when: When | undefined, { from, to, until }: Window): when is string {
  if (!when || dayOf(when) < from || dayOf(when) >= to) return false;
  const at = instantOf(when);
  return !until || at === null || at < (instantOf(until) ?? 0);
}

export const happenedBy = (when: When, instant: string) => {
  const at = instantOf(when);
  return at === null ? dayOf(when) <= dayOf(instant) : at < (instantOf(instant) ?? 0);
};

export function inOurs(facts: Facts, amount: number | null | undefined, code: string | null | undefined, day: string) {
  if (amount === null || amount === undefined) return null;
  if (!code || code === (facts.workspace?.currency ?? 'USD')) return amount;
  const known = (facts.rates ?? []).filter((rate) => rate.currency === code && rate.from <= day);
  const latest = known.sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  return latest ? amount * latest.rate : null;
}

export const membershipOn = (facts: Facts, who: string | null, day: string) =>
  facts.belongs?.find((each) => each.who === who && (!each.from || each.from <= day) && (!each.to || day < each.to));
export const officeRegion = (facts: Facts, who: string | null) =>
  facts.offices?.[facts.people?.[who ?? '']?.office ?? '']?.region ?? null;

export function row(facts: Facts, owner: string | null, day: string, region?: string, more: Row['keys'] = {}): Row {
  const membership = membershipOn(facts, owner, day);
  const where = region ?? membership?.region ?? officeRegion(facts, owner);
  return { owner, day, keys: { rep: owner, team: membership?.team ?? null, region: where, ...more } };
}
