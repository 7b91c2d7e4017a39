/** Facts as rows of the tables, by their fields: names for ids, moments as instants and as days of the workspace. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Workspace } from '../../src/people/workspace.ts';
import type { DealFact, Facts, StateFact, When } from './facts.ts';

export type Kind = 'member' | 'team' | 'region' | 'office' | 'product' | 'stage' | 'customer' | 'lead';

export function rowsOf(facts: Facts, workspace: Workspace) {
  const { id: workspaceId, zone, currency } = workspace;
  const { named, maybe, names, namesOf } = registry();
  const moment = (when: When | undefined) => (when ? momentOf(when, zone) : { at: null, on: null, hour: null });
  const at = (when: When | undefined) => moment(when).at;
  const on = (when: When | undefined) => moment(when).on;
  const origin = (externalId: string) => ({ workspaceId, source: 'test', externalId });
  const money = (amount: number | null | undefined, given: string | null | undefined) => ({
    amount: amount ?? null,
    currency: given === undefined && typeof amount === 'number' ? currency : (given ?? null),
  });

  for (const who of Object.keys(facts.people ?? {})) named('member', who);
  for (const name of Object.keys(facts.stages ?? {})) named('stage', name);
  for (const name of Object.keys(facts.customers ?? {})) named('customer', name);
  for (const name of Object.keys(facts.products ?? {})) named('product', name);
  for (const name of facts.regions ?? []) named('region', name);
  for (const name of Object.entries(facts.within ?? {}).flat()) named('region', name);

  const deals = (facts.deals ?? []).map((deal, index) => ({
    ...origin(String(index)),
    id: inOrder(index),
    name: `Deal ${index}`,
    status: deal.status,
    ownerId: maybe('member', deal.owner),
    customerId: maybe('customer', deal.customer),
    leadId: maybe('lead', deal.lead),
    regionId: maybe('region', deal.region),
    competitor: deal.competitor ?? null,
    ...money(deal.amount, deal.currency),
    openedAt: at(deal.opened),
    openedOn: on(deal.opened),
    openedOwnerId: deal.opened ? maybe('member', byOf(deal, deal.openedBy)) : null,
    proposalAt: at(deal.proposal),
    proposalOn: on(deal.proposal),
    proposalOwnerId: deal.proposal ? maybe('member', byOf(deal, deal.proposalBy)) : null,
    closedAt: at(deal.closed),
    closedOn: on(deal.closed),
    closedOwnerId: deal.closed ? maybe('member', byOf(deal, deal.closedBy)) : null,
  }));
  const lines = (facts.deals ?? []).flatMap((deal, index) =>
    (deal.lines ?? []).map(({ product, quantity = 1, price = null, cost = null, kind = null, amount }, position) => ({
      workspaceId,
      id: hashed(`line ${index} ${position}`),
      dealId: inOrder(index),
      position,
      productId: maybe('product', product),
      quantity,
      unitPrice: price,
      unitCost: cost,
      kind,
      amount: amount ?? (typeof deal.amount === 'number' && price !== null ? quantity * price : null),
    })),
  );
  const span = ({ from, to }: StateFact) => ({ startsOn: new Date(from), endsOn: to ? new Date(to) : null });
  const dealStates = (facts.deals ?? []).flatMap((deal, index) =>
    (deal.states ?? []).map((state) => ({
      workspaceId,
      dealId: inOrder(index),
      ...span(state),
      status: state.status ?? 'open',
      stageId: maybe('stage', state.stage),
      ownerId: maybe('member', byOf(deal, state.owner)),
      ...money(
        state.amount === undefined ? deal.amount : state.amount,
        state.currency === undefined ? deal.currency : state.currency,
      ),
    })),
  );
  const leads = Object.entries(facts.leads ?? {}).map(([name, lead]) => ({
    ...origin(name),
    id: named('lead', name),
    name,
    ownerId: maybe('member', lead.owner),
    createdOwnerId: maybe('member', lead.createdBy === undefined ? lead.owner : lead.createdBy),
    regionId: maybe('region', lead.region),
    customerId: maybe('customer', lead.customer),
    country: lead.country ?? null,
    leadSource: lead.source ?? null,
    campaign: lead.campaign ?? null,
    origin: lead.origin ?? null,
    channel: lead.channel ?? null,
    score: lead.score ?? null,
    createdAt: at(lead.created),
    createdOn: on(lead.created ?? '2026-01-01') ?? new Date(0),
    firstContactedAt: at(lead.contacted),
    firstContactedOn: on(lead.contacted),
    firstRepliedAt: at(lead.replied),
    firstRepliedOn: on(lead.replied),
    qualifiedAt: at(lead.qualified),
    qualifiedOn: on(lead.qualified),
    qualifiedOwnerId: lead.qualified
      ? maybe('member', lead.qualifiedBy === undefined ? lead.owner : lead.qualifiedBy)
      : null,
    convertedAt: at(lead.converted),
    convertedOn: on(lead.converted),
    disqualifiedAt: at(lead.disqualified),
    disqualifiedOn: on(lead.disqualified),
  }));
  const leadStates = Object.entries(facts.leads ?? {}).flatMap(([name, lead]) =>
    (lead.states ?? []).map((state) => {
      const { amount, currency: code } = money(state.amount, state.currency);
      const ownerId = maybe('member', state.owner === undefined ? lead.owner : state.owner);
      const who = { workspaceId, leadId: named('lead', name), ownerId };
      const looks = { status: state.status ?? 'open', score: state.score ?? null };
      return { ...who, ...span(state), ...looks, expectedAmount: amount, currency: code };
    }),
  );
  const activities = (facts.activities ?? []).map((done, index) => ({
    ...origin(String(index)),
    id: hashed(`activity ${index}`),
    memberId: named('member', done.by),
    type: done.type,
    direction: done.direction ?? null,
    outcome: done.outcome ?? null,
    result: done.result ?? null,
    occurredAt: at(done.when),
    occurredOn: on(done.when) ?? new Date(0),
    occurredHour: moment(done.when).hour,
    durationSeconds: done.seconds ?? null,
    place: done.place ?? null,
    customerId: maybe('customer', done.customer),
    leadId: maybe('lead', done.lead),
    dealId: done.deal === undefined ? null : inOrder(done.deal),
    regionId: maybe('region', done.region),
    nextStep: done.next?.step ?? null,
    nextStepOn: done.next ? new Date(done.next.on) : null,
    nextStepOwnerId: done.next ? named('member', done.by) : null,
  }));
  const memberships = (facts.belongs ?? []).map(({ who, team, region, job, from, to }) => ({
    workspaceId,
    memberId: named('member', who),
    teamId: maybe('team', team),
    regionId: maybe('region', region),
    job: job ?? null,
    startsOn: from ? new Date(from) : null,
    endsOn: to ? new Date(to) : null,
  }));
  const targets = (facts.targets ?? []).map(({ kpi, whose, from, to, value, currency: code = null }) => {
    const team = whose?.startsWith('team ') ? whose.slice(5) : null;
    const subjectId = team ? named('team', team) : maybe('member', whose);
    const scope = team ? 'team' : whose ? 'member' : 'workspace';
    const days = { startsOn: new Date(from), endsOn: new Date(to) };
    return { workspaceId, kpi, scope, subjectId, unit: 'month', ...days, value, currency: code };
  });
  const specialDays = (facts.daysOff ?? []).flatMap(({ who, office, from, through = from, works = false }) => {
    const first = Temporal.PlainDate.from(from);
    const subject = { workspaceId, memberId: maybe('member', who), officeId: maybe('office', office), works };
    return Array.from({ length: first.until(through).days + 1 }, (_, days) => ({
      ...subject,
      day: new Date(first.add({ days }).toString()),
    }));
  });
  const answers = (facts.answers ?? []).map((answer, index) => ({
    ...origin(String(index)),
    id: inOrder(index),
    instrument: answer.instrument,
    score: answer.score,
    customerId: maybe('customer', answer.customer),
    respondent: answer.respondent ?? null,
    memberId: maybe('member', answer.about),
    productId: maybe('product', answer.product),
    answeredAt: at(answer.when),
    answeredOn: on(answer.when) ?? new Date(0),
    solvedAt: at(answer.solved),
    solvedOn: on(answer.solved),
  }));
  const customers = namesOf('customer').map((name) => {
    const { owner, region, country, since, churned, segment } = facts.customers?.[name] ?? {};
    const given = { country: country ?? null, segment: segment ?? null, since: on(since), churnedOn: on(churned) };
    const belongsTo = { ownerId: maybe('member', owner), regionId: maybe('region', region) };
    return { ...origin(name), id: named('customer', name), name, ...given, ...belongsTo };
  });
  const customerOwners = Object.entries(facts.customers ?? {}).flatMap(([name, { owner, had = [] }]) =>
    [...had, ...(had.length > 0 ? [{ until: undefined, owner }] : [])].map((one, index) => ({
      ...{ workspaceId, customerId: named('customer', name), ownerId: maybe('member', one.owner) },
      ...{ startsOn: new Date(had[index - 1]?.until ?? '2000-01-01'), endsOn: on(one.until) },
    })),
  );
  const members = namesOf('member').map((name) => {
    const { role = 'rep', office, deactivated } = facts.people?.[name] ?? {};
    const ids = { workspaceId, id: named('member', name), officeId: maybe('office', office) };
    return { ...ids, name, role, deactivatedAt: at(deactivated) };
  });
  const offices = namesOf('office').map((name) => {
    const { region, zone: itsZone = zone, holidayCode = null } = facts.offices?.[name] ?? {};
    return {
      workspaceId,
      id: named('office', name),
      name,
      zone: itsZone,
      regionId: maybe('region', region),
      holidayCode,
    };
  });
  const listPrices = namesOf('product').flatMap((name) => {
    const { was = [], price, currency: code } = facts.products?.[name] ?? {};
    const heard = was[0] ? Temporal.PlainDate.from(was[0].until).subtract({ days: 1 }).toString() : '2026-03-31';
    const known = [
      ...was,
      ...(was.length > 0 || price !== undefined ? [{ until: undefined, price, currency: code }] : []),
    ];
    return known.map((one, index) => {
      const { amount: listPrice, currency: inCurrency } = money(one.price, one.currency);
      const days = { startsOn: new Date(was[index - 1]?.until ?? heard), endsOn: on(one.until) };
      return { workspaceId, productId: named('product', name), ...days, listPrice, currency: inCurrency };
    });
  });
  const plain = (kind: Kind) => namesOf(kind).map((name) => ({ workspaceId, id: named(kind, name), name }));
  const products = plain('product').map((row) => {
    const { type = null, price, currency: code } = facts.products?.[row.name] ?? {};
    const { amount: listPrice, currency: inCurrency } = money(price, code);
    return { ...origin(row.name), ...row, type, listPrice, currency: inCurrency };
  });
  const expenses = (facts.expenses ?? []).map(
    ({ on: day, category, amount, currency: code = currency, source, campaign }, index) => ({
      ...origin(String(index)),
      spentOn: new Date(day),
      ...{ category, amount, currency: code, leadSource: source ?? null, campaign: campaign ?? null },
    }),
  );
  const prices = (facts.prices ?? []).map(
    ({ product, competitor, price, currency: code = currency, on: day }, index) => ({
      ...origin(String(index)),
      ...{ id: inOrder(index), productId: named('product', product), competitor, price, currency: code },
      observedOn: new Date(day),
    }),
  );
  const rates = (facts.rates ?? []).map(({ currency: code, from, rate }) => ({
    ...{ workspaceId, base: currency, currency: code, day: new Date(from), rate },
  }));
  const regions = plain('region').map((row) => ({ ...row, parentId: maybe('region', facts.within?.[row.name]) }));
  const stages = plain('stage').map((row, position) => ({
    ...{ ...row, position, probability: facts.stages?.[row.name] ?? null },
  }));
  const tables = {
    ...{ regions, offices, members, teams: plain('team'), memberships, products, product_prices: listPrices, stages },
    ...{
      customers,
      customer_owners: customerOwners,
      leads,
      lead_states: leadStates,
      deals,
      deal_lines: lines,
      deal_states: dealStates,
      activities,
    },
    ...{ expenses, survey_answers: answers, competitor_prices: prices, special_days: specialDays, targets },
    ...{ currency_rates: rates },
  };
  return { tables, id: named, nameOf: (key: string) => names.get(key) ?? key };
}

const byOf = (deal: DealFact, by: string | null | undefined) => (by === undefined ? deal.owner : by);

/** What is recorded later has a higher id, as in life. */
const inOrder = (index: number) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;

function hashed(words: string): string {
  const hex = createHash('md5').update(words).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Gives each name an id when it is first heard. */
function registry() {
  const names = new Map<string, string>();
  const kinds = new Map<Kind, Set<string>>();
  const named = (kind: Kind, name: string) => {
    const id = hashed(`${kind} ${name}`);
    names.set(id, name);
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(name));
    return id;
  };
  const maybe = (kind: Kind, name: string | null | undefined) => (name ? named(kind, name) : null);
  return { named, maybe, names, namesOf: (kind: Kind) => [...(kinds.get(kind) ?? [])] };
}

function momentOf(when: When, zone: string): { at: Date | null; on: Date; hour: number | null } {
  if (!when.includes('T')) return { at: null, on: new Date(when), hour: null };
  const local = when.endsWith('Z')
    ? Temporal.Instant.from(when).toZonedDateTimeISO(zone)
    : Temporal.PlainDateTime.from(when).toZonedDateTime(zone);
  const on = new Date(local.toPlainDate().toString());
  return { at: new Date(local.epochMilliseconds), on, hour: local.hour };
}
