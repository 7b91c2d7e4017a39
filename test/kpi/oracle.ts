/** Every KPI worked out a second way: plain loops over plain facts, sharing nothing with the engine. */
import type { Facts, When } from '../support/facts.ts';
import { mapTexts } from './map-texts.ts';
import { local, type Window } from './oracle-calendar.ts';
import {
  type AnswerRow,
  type DealRow,
  dayOf,
  happenedBy,
  happenedIn,
  instantOf,
  isSellerOn,
  leadOf,
  linesOf,
  type PriceRow,
  type Row,
  type Rows,
  rowsIn,
} from './oracle-rows.ts';

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

/** The revenue target that holds, for KPIs that are set against one. */
type TargetOf = (asked: Asked) => number | null;

const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:]+Z?$/;

/** @param today the day on which it is asked, by the workspace's clocks */
export function oracle(given: Facts, targetOf: TargetOf, today: string) {
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
      target: targetOf(asked),
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
    leads: first(Object.values(leads).flatMap(({ created = '2026-01-01', qualified }) => [created, qualified])),
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

interface Given extends Asked {
  facts: Facts;
  rows: Rows;
  earlier: Rows | null;
  target: number | null;
}

const over = (numerator: number | null, denominator: number | null) =>
  numerator === null || !denominator ? null : numerator / denominator;
const total = (numbers: (number | null | undefined)[]) => numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0);
const won = ({ closed }: Rows) => closed.filter(({ fact }) => fact.status === 'won');
const lost = ({ closed }: Rows) => closed.filter(({ fact }) => fact.status === 'lost');
const revenue = (rows: Rows) => total(won(rows).map(({ amount }) => amount));
const done = ({ rows }: Given, ...types: string[]) =>
  rows.activities.map(({ fact }) => fact).filter(({ type }) => types.includes(type));
const calls = (given: Given) => done(given, 'call').filter(({ direction }) => direction === 'outbound');
const ended = (given: Given, ...outcomes: string[]) =>
  calls(given).filter(({ outcome = '' }) => outcomes.includes(outcome));
const heard = (given: Given) => ended(given, 'answered').filter(({ result }) => result);
const meetings = (given: Given, ...outcomes: string[]) =>
  done(given, 'meeting', 'demo').filter(({ outcome = '' }) => outcomes.includes(outcome));
const timed = (given: Given) =>
  done(given, 'call').filter(({ outcome, seconds }) => outcome === 'answered' && seconds !== undefined);
const ofKind = ({ rows }: Given, ...kinds: string[]) =>
  total(rows.lines.filter(({ kind }) => kinds.includes(kind ?? '')).map(({ amount }) => amount));
const proposed = ({ rows }: Given) => rows.closed.filter(({ fact }) => fact.proposal);

function cycleOf(facts: Facts, { fact }: DealRow): number | null {
  const starts = [fact.opened, leadOf(facts, fact)?.contacted].filter((when) => when !== undefined);
  const [start] = starts.sort((a, b) => {
    const [dayA, dayB] = [dayOf(a), dayOf(b)];
    return dayA === dayB ? (instantOf(a) ?? Infinity) - (instantOf(b) ?? Infinity) : dayA < dayB ? -1 : 1;
  });
  if (!start || !fact.closed) return null;
  const [from, to] = [instantOf(start), instantOf(fact.closed)];
  const length = from !== null && to !== null ? to - from : Date.parse(dayOf(fact.closed)) - Date.parse(dayOf(start));
  return length / 86_400_000;
}
const cycles = ({ facts, rows }: Given) =>
  won(rows)
    .map((deal) => cycleOf(facts, deal))
    .filter((length) => length !== null);

/** Lines whose price and cost are known, and what they brought and left. */
const costed = ({ rows }: Given) =>
  rows.lines.flatMap(({ line, unit, amount }) => {
    if (!line || typeof line.price !== 'number' || line.cost === undefined) return [];
    const profit = unit((line.quantity ?? 1) * (line.price - line.cost));
    return profit === null ? [] : [{ profit, amount }];
  });

const share = <R>(rows: readonly R[], holds: (row: R) => boolean | undefined) =>
  over(rows.filter((row) => holds(row)).length, rows.length);
const by = (when: When | undefined, { window }: Given) => when !== undefined && happenedBy(when, window.seen);

/** Seconds between two moments; whole days where one is known by its date alone; never less than none. */
function secondsFrom(start: When, end: When): number {
  const [from, to] = [instantOf(start), instantOf(end)];
  const length = from !== null && to !== null ? to - from : Date.parse(dayOf(end)) - Date.parse(dayOf(start));
  return Math.max(0, length / 1000);
}
const meanOf = (lengths: number[]) => over(total(lengths), lengths.length);

const hasDeal = (given: Given, name: string) =>
  (given.facts.deals ?? []).some(({ lead, opened, states }) => {
    if (lead !== name) return false;
    return opened ? by(opened, given) : (states?.[0]?.from ?? '0001-01-01') <= dayOf(given.window.seen);
  });

const engaged = ({ facts, window }: Given, name: string) =>
  (facts.activities ?? []).some(
    (each) =>
      happenedIn(each.when, window) &&
      (each.customer ?? facts.deals?.[each.deal ?? -1]?.customer ?? facts.leads?.[each.lead ?? '']?.customer) ===
        name &&
      ((each.type === 'call' && each.outcome === 'answered') ||
        (['meeting', 'demo'].includes(each.type) && each.outcome === 'held') ||
        (['email', 'message'].includes(each.type) && each.direction === 'inbound')),
  );

const boughtMore = ({ facts, window, by, key }: Given, name: string) =>
  (facts.deals ?? []).some(
    ({ status, customer, closed, lines = [] }) =>
      status === 'won' &&
      customer === name &&
      happenedIn(closed, window) &&
      lines.some(
        ({ kind = '', product }) => ['upsell', 'cross_sell'].includes(kind) && (by !== 'product' || product === key),
      ),
  );

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

const scoresOf = ({ rows }: Given, instrument: string) =>
  rows.answers
    .filter(({ fact, keys }) => fact.instrument === instrument && (instrument !== 'nps' || keys.latest))
    .map(({ fact }) => fact.score);
const solved = (given: Given) =>
  given.rows.answers
    .map(({ fact }) => fact)
    .filter((fact) => fact.instrument === 'nps' && fact.score <= 6 && by(fact.solved, given));

const firstWin = ({ deals = [] }: Facts) =>
  deals.flatMap(({ status, closed = '' }) => (status === 'won' ? [dayOf(closed)] : [])).sort()[0];

function lifetimeValue({ facts, rows: { months } }: Given): number | null {
  if ((firstWin(facts) ?? '9999-12-31') > (months[6]?.from ?? '')) return null;
  const customers = months.flatMap((month) => month.customers);
  const began = customers.filter(({ atStart }) => atStart);
  const revenue = total(months.flatMap(({ sold }) => sold.map(({ amount }) => amount)));
  return over(
    over(revenue, customers.filter(({ within }) => within).length),
    over(began.filter(({ atEnd }) => !atEnd).length, began.length),
  );
}

const grossMargin = (given: Given) => {
  const known = costed(given).filter(({ amount }) => amount !== null);
  return over(total(known.map(({ profit }) => profit)), total(known.map(({ amount }) => amount)));
};
const acquisitionCost = ({ rows }: Given) => {
  const spent = rows.expenses.flatMap(({ category, amount }) => (category === 'other' ? [] : (amount ?? [])));
  return over(spent.length ? total(spent) : null, rows.customers.filter(({ isNew }) => isNew).length);
};

const formulas: Record<string, (given: Given) => number | null> = {
  activities_logged: ({ rows }) => rows.activities.length,
  outbound_activities: (given) =>
    done(given, 'call', 'email', 'message', 'social').filter(({ direction }) => direction === 'outbound').length,
  calls_made: (given) => calls(given).length,
  calls_answered: (given) => ended(given, 'answered').length,
  calls_unanswered: (given) => ended(given, 'unanswered', 'busy').length,
  voicemails_left: (given) => ended(given, 'voicemail').length,
  call_answer_rate: (given) => over(ended(given, 'answered').length, calls(given).length),
  call_success_rate: (given) =>
    over(heard(given).filter(({ result }) => result === 'positive').length, heard(given).length),
  avg_call_duration: (given) => over(total(timed(given).map(({ seconds }) => seconds)), timed(given).length),
  meetings_held: (given) => meetings(given, 'held').length,
  meeting_show_rate: (given) => over(meetings(given, 'held').length, meetings(given, 'held', 'no_show').length),
  meeting_success_rate: (given) =>
    over(
      meetings(given, 'held').filter(({ result = '' }) => ['sale', 'demo', 'next_step'].includes(result)).length,
      meetings(given, 'held').length,
    ),
  customer_interactions: ({ rows }) =>
    rows.activities.filter(
      ({ fact }) => fact.type !== 'note' && (fact.customer || fact.lead || fact.deal !== undefined),
    ).length,
  customer_engagement: (given) => {
    const active = given.rows.customers.filter(({ within }) => within);
    return over(active.filter(({ name }) => engaged(given, name)).length, active.length);
  },
  activities_per_win: ({ rows }) => over(rows.activities.length, won(rows).length),
  revenue_per_activity: ({ rows }) => over(revenue(rows), rows.activities.length),

  leads_generated: ({ rows }) => rows.created.length,
  qualified_leads: ({ rows }) => rows.qualified.length,
  lead_qualification_rate: (given) => share(given.rows.created, ({ fact }) => by(fact.qualified, given)),
  lead_to_opportunity: (given) => share(given.rows.created, ({ name }) => hasDeal(given, name)),
  lead_response_time: (given) =>
    meanOf(
      given.rows.created
        .filter(({ fact }) => fact.channel === 'inbound' && by(fact.contacted, given))
        .map(({ fact }) => secondsFrom(fact.created ?? '2026-01-01', fact.contacted ?? '')),
    ),
  lead_reply_time: (given) =>
    meanOf(
      given.rows.contacted
        .filter(({ fact }) => by(fact.replied, given))
        .map(({ fact }) => secondsFrom(fact.contacted ?? '', fact.replied ?? '')),
    ),
  lead_conversion_rate: (given) => share(given.rows.created, ({ fact }) => by(fact.converted, given)),
  customer_acquisition_rate: ({ rows }) =>
    over(rows.customers.filter(({ isNew }) => isNew).length, rows.created.length),
  avg_lead_score: ({ rows }) => meanOf(rows.created.flatMap(({ fact }) => fact.score ?? [])),
  hot_lead_share: ({ rows }) => rows.openLeads && share(rows.openLeads, ({ score }) => score !== null && score >= 70),

  new_opportunities: ({ rows }) => rows.opened.length,
  deals_won: ({ rows }) => won(rows).length,
  deals_lost: ({ rows }) => lost(rows).length,
  win_rate: ({ rows }) => over(won(rows).length, rows.closed.length),
  win_odds: ({ rows }) => over(won(rows).length, lost(rows).length),
  opportunity_conversion: ({ rows, window }) =>
    over(
      rows.opened.filter(({ fact }) => fact.status === 'won' && happenedBy(fact.closed ?? '', window.seen)).length,
      rows.opened.length,
    ),
  avg_deal_size: ({ rows }) => over(revenue(rows), won(rows).filter(({ amount }) => amount !== null).length),
  sales_cycle: (given) => over(total(cycles(given)), cycles(given).length),
  proposals_sent: ({ rows }) => rows.proposals.length,
  proposal_success: (given) =>
    over(proposed(given).filter(({ fact }) => fact.status === 'won').length, proposed(given).length),
  pipeline_value: ({ rows }) => rows.state && total(rows.state.map(({ amount }) => amount)),
  weighted_pipeline: ({ rows }) =>
    rows.state &&
    total(
      rows.state.filter(({ isDeal }) => isDeal).map(({ amount, probability }) => (amount ?? 0) * (probability ?? 0)),
    ),
  pipeline_coverage: ({ rows, target }) => {
    const missing = target === null ? 0 : target - revenue(rows);
    return missing > 0 && rows.state ? total(rows.state.map(({ amount }) => amount)) / missing : null;
  },

  revenue: ({ rows }) => revenue(rows),
  units_sold: ({ rows }) => total(rows.lines.map(({ line }) => line && (line.quantity ?? 1))),
  new_revenue: (given) => ofKind(given, 'new'),
  sales_growth: ({ rows, earlier }) => {
    const growth = earlier && over(revenue(rows), revenue(earlier));
    return growth === null ? null : growth - 1;
  },
  avg_sales_per_rep: ({ facts, rows }) =>
    over(
      total(
        won(rows)
          .filter(({ owner, day }) => isSellerOn(facts, owner, day))
          .map(({ amount }) => amount),
      ),
      new Set(rows.sellers.map(({ owner }) => owner)).size,
    ),
  upsell_revenue: (given) => ofKind(given, 'upsell', 'cross_sell'),
  upsell_rate: (given) => {
    const active = given.rows.customers.filter(({ atStart }) => atStart);
    return over(active.filter(({ name }) => boughtMore(given, name)).length, active.length);
  },
  gross_profit: (given) => (costed(given).length ? total(costed(given).map(({ profit }) => profit)) : null),
  gross_margin: grossMargin,
  new_customers: ({ rows }) => rows.customers.filter(({ isNew }) => isNew).length,
  retention_rate: ({ rows }) =>
    share(
      rows.customers.filter(({ atStart }) => atStart),
      ({ atEnd }) => atEnd,
    ),
  churn_rate: ({ rows }) =>
    share(
      rows.customers.filter(({ atStart }) => atStart),
      ({ atEnd }) => !atEnd,
    ),
  repeat_purchase_rate: ({ rows }) =>
    share(
      rows.customers.filter(({ bought }) => bought.some((each) => each.in)),
      ({ bought, hadBefore }) => hadBefore || bought.length > 1,
    ),
  cac: acquisitionCost,
  clv: lifetimeValue,
  clv_to_cac: (given) => {
    const [value, margin] = [lifetimeValue(given), grossMargin(given)];
    return over(value === null || margin === null ? null : value * margin, acquisitionCost(given));
  },
  customer_value: ({ rows }) => {
    const spent = rows.customers
      .filter(({ within }) => within)
      .map(({ bought }) => ({ bought, known: bought.flatMap(({ amount }) => amount ?? []) }))
      .filter(({ bought, known }) => known.length || !bought.length);
    return meanOf(spent.map(({ known }) => total(known)));
  },
  nps: (given) => {
    const scores = scoresOf(given, 'nps');
    const share = (least: number, most: number) => scores.filter((score) => score >= least && score <= most).length;
    return over(100 * (share(9, 10) - share(0, 6)), scores.length);
  },
  csat: (given) => share(scoresOf(given, 'csat'), (score) => score >= 4),
  detractor_follow_up: (given) => meanOf(solved(given).map(({ when, solved: at }) => secondsFrom(when, at ?? ''))),
  employee_satisfaction: () => null,
  enps: () => null,
  pulse_participation: () => null,
  price_index: ({ rows }) => {
    const quotients = rows.prices.flatMap(({ ours, theirs }) => {
      const mean = meanOf(theirs.flatMap(({ price }) => price ?? []));
      return ours && mean ? [ours / mean] : [];
    });
    if (!quotients.length) return null;
    return 100 * quotients.reduce((product, each) => product * each, 1) ** (1 / quotients.length);
  },
  target_attainment: ({ rows, target }) => over(revenue(rows), target),
};
