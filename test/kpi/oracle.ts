/** Every KPI worked out a second way: plain loops over plain facts, sharing nothing with the engine. */
import type { Facts, When } from '../support/facts.ts';
import { mapTexts } from './map-texts.ts';
import { local, type Window } from './oracle-calendar.ts';
import { formulas } from './oracle-formulas.ts';
import type { Aim } from './oracle-goals.ts';
import type { Asked } from './oracle-measures.ts';
import { linesOf, rowsIn } from './oracle-rows.ts';
import { type AnswerRow, type DealRow, dayOf, instantOf, type PriceRow, type Row, type Rows } from './oracle-shapes.ts';

/** The revenue target that holds, for KPIs that are set against one. */
type AimOf = (asked: Asked) => Aim | null;

const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:]+Z?$/;

/** @param today the day on which it is asked, by the workspace's clocks */
export function oracle(given: Facts, aimOf: AimOf, today: string) {
  const facts = mapTexts(given, (text) => (isMoment.test(text) ? local(text, given.workspace?.zone) : text));
  const seen = new Map<Window, Rows>();
  const allRows = (window: Window) => {
    const known = seen.get(window) ?? rowsIn(facts, window);
    seen.set(window, known);
    return known;
  };
  const rowsFor = (window: Window, { whose, by, key }: Asked): Rows => {
    const mine = (row: Row) =>
      !whose || ('member' in whose ? row.owner === whose.member : whose.teams.includes(row.keys.team ?? ''));
    const inGroup = ({ keys }: Row) =>
      by === undefined || (by === 'region' ? outermost(facts, keys.region) : keys[by]) === key;
    const keep = <R extends Row>(rows: R[]) => rows.filter((row) => mine(row) && inGroup(row));
    const rows = allRows(window);
    const ofLines = by === 'product' || by === 'product_type' || by === 'kind';
    const closed = ofLines ? keep(rows.closed.flatMap((deal) => linesOf(facts, deal))) : keep(rows.closed);
    return {
      activities: keep(rows.activities),
      created: keep(rows.created),
      contacted: keep(rows.contacted),
      qualified: keep(rows.qualified),
      openLeads: rows.openLeads && keep(rows.openLeads),
      opened: keep(rows.opened),
      proposals: keep(rows.proposals),
      closed: ofLines ? onePerDeal(closed) : closed,
      lines: keep(rows.lines),
      state: rows.state && keep(rows.state),
      customers: ofLines ? rows.customers.filter(mine) : keep(rows.customers),
      expenses: keep(rows.expenses),
      prices: by === 'competitor' ? rows.prices.filter(mine).map((row) => ofCompetitor(row, key)) : keep(rows.prices),
      months: rows.months.map(({ from, customers, sold }) => ({ from, customers: keep(customers), sold: keep(sold) })),
      answers: latestAnswers(rows.answers, by === 'product').filter((row) => mine(row) && inGroup(row)),
      sellers: keep(rows.sellers),
    };
  };
  return (id: string, asked: Asked): number | null => {
    const formula = formulas[id];
    if (!formula) throw new Error(`no oracle for ${id}`);
    if (needs[id]?.some((kind) => asked.window.to <= earlier(firstDays(facts)[kind], today))) return null;
    return formula({
      facts,
      ...asked,
      rows: rowsFor(asked.window, asked),
      earlier: asked.before && rowsFor(asked.before, asked),
      aim: aimOf(asked),
    });
  };
}

/** A region counts for the one around all that it lies in. */
function outermost(facts: Facts, region: string | null | undefined): string | null | undefined {
  const around = facts.within?.[region ?? ''];
  return around ? outermost(facts, around) : region;
}

/** Of one deal's lines in a group one row, with what they bring together. */
function onePerDeal(rows: DealRow[]): DealRow[] {
  const deals = new Map<number, DealRow>();
  for (const each of rows) {
    const known = deals.get(each.number);
    const amount = known?.amount == null ? each.amount : known.amount + (each.amount ?? 0);
    deals.set(each.number, { ...each, amount });
  }
  return [...deals.values()];
}

const ofCompetitor = (row: PriceRow, key: string | null | undefined): PriceRow => ({
  ...row,
  theirs: row.theirs.filter(({ competitor }) => competitor === key),
});

const earlier = (first: string | undefined, today: string) => (first && first < today ? first : today);

/** The first day of which anything of a kind is on record. */
function firstDays({ activities = [], leads = {}, deals = [], customers = {} }: Facts) {
  const first = (moments: (When | null | undefined)[]) =>
    moments.flatMap((when) => (when ? dayOf(when) : [])).sort()[0];
  const ofDeals = deals.flatMap(({ opened, proposal, closed }) => [opened, proposal, closed]);
  return {
    activities: first(activities.map(({ when }) => when)),
    leads: first(
      Object.values(leads).flatMap(({ created = '2026-01-01', contacted, qualified }) => [
        created,
        contacted,
        qualified,
      ]),
    ),
    deals: first(ofDeals),
    customers: first([...ofDeals, ...Object.values(customers).map(({ since }) => since)]),
  };
}

/** What has no data in a stretch that was over before anything of these kinds was on record, where it would else be 0. */
const needs: Record<string, (keyof ReturnType<typeof firstDays>)[]> = Object.fromEntries([
  ...[
    ...['activities_logged', 'outbound_activities', 'calls_made', 'calls_answered', 'calls_unanswered'],
    ...['voicemails_left', 'meetings_held', 'customer_interactions'],
  ].map((id) => [id, ['activities']]),
  ...['leads_generated', 'qualified_leads'].map((id) => [id, ['leads']]),
  ...[
    ...['new_opportunities', 'deals_won', 'deals_lost', 'proposals_sent', 'revenue', 'units_sold', 'new_revenue'],
    ...['upsell_revenue', 'avg_sales_per_rep', 'target_attainment', 'pipeline_coverage'],
  ].map((id) => [id, ['deals']]),
  ...['activities_per_win', 'revenue_per_activity'].map((id) => [id, ['activities', 'deals']]),
  ['new_customers', ['customers']],
  ['customer_acquisition_rate', ['customers', 'leads']],
]);

/** Of NPS answers the latest of each respondent, by product the latest about each; all others as they are. */
function latestAnswers(all: AnswerRow[], byProduct: boolean): AnswerRow[] {
  const latest = new Map<string, AnswerRow>();
  const isLater = (a: AnswerRow, b: AnswerRow) => {
    if (a.day !== b.day) return a.day > b.day;
    const [one, other] = [instantOf(a.fact.when) ?? -1, instantOf(b.fact.when) ?? -1];
    return one === other ? a.number > b.number : one > other;
  };
  for (const each of all.filter(({ fact }) => fact.instrument === 'nps')) {
    const { customer, respondent, product } = each.fact;
    const who = customer || respondent ? [customer, respondent?.toLowerCase()] : [each.number];
    const key = JSON.stringify([...who, byProduct ? product : '']);
    const known = latest.get(key);
    if (!known || isLater(each, known)) latest.set(key, each);
  }
  const kept = new Set(latest.values());
  return all.map((each) => ({ ...each, keys: { ...each.keys, latest: kept.has(each) ? 'yes' : null } }));
}
