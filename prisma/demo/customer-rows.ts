import type { Company } from './companies.ts';
import type { OldCustomer } from './customers.ts';
import { type DealStory, ownerAt } from './deals.ts';
import { type Change, daysBetweenChanges } from './history.ts';
import { idOf } from './ids.ts';
import { DEMO_SOURCE, memberId, regionId } from './people-rows.ts';
import { dayIndex, type Moment, type Timeline } from './timeline.ts';

export const customerId = (name: string): string => idOf('customer', name);

/** Everybody who was ever offered something: the old customers, and whoever has a deal. The latest deal's owner cares for them. */
export function customerRows(
  {
    oldCustomers,
    deals,
    earlierWins,
  }: { oldCustomers: readonly OldCustomer[]; deals: readonly DealStory[]; earlierWins: readonly DealStory[] },
  timeline: Timeline,
) {
  const rows = new Map<string, ReturnType<typeof rowOf>>();
  const wonBefore = new Map(
    earlierWins.map(({ company, closed }) => [company.name, timeline.days[dayIndex(closed)]?.on ?? null]),
  );
  for (const { company, owner, since, churned } of oldCustomers) {
    const churnedOn = churned !== null && churned <= timeline.today ? timeline.days[churned]?.on : null;
    rows.set(
      company.name,
      rowOf(company, { owner, since: timeline.days[since]?.on ?? null, churnedOn: churnedOn ?? null }),
    );
  }
  for (const deal of deals.toSorted((a, b) => a.opened - b.opened)) {
    const known = rows.get(deal.company.name) ?? { since: wonBefore.get(deal.company.name) ?? null, churnedOn: null };
    const { since, churnedOn } = known;
    rows.set(deal.company.name, rowOf(deal.company, { owner: ownerAt(deal, timeline.now), since, churnedOn }));
  }
  return [...rows.values()];
}

/** Who cared for each customer from day to day: the owner of the latest deal there was. */
export function customerOwnerRows(
  { oldCustomers, deals }: { oldCustomers: readonly OldCustomer[]; deals: readonly DealStory[] },
  timeline: Timeline,
) {
  const changesOf = new Map<string, Change<{ ownerId: string }>[]>();
  const changed = (name: string, at: Moment, owner: string) => {
    const change = { at, state: { ownerId: memberId(owner) } };
    changesOf.set(name, [...(changesOf.get(name) ?? []), change]);
  };
  for (const { company, owner } of oldCustomers) changed(company.name, 0, owner);
  for (const { company, opened, owner, handover } of deals) {
    changed(company.name, opened, owner);
    const isLatest = (at: Moment) =>
      !deals.some((other) => other.company.name === company.name && other.opened > opened && other.opened <= at);
    if (handover && handover.at < timeline.now && isLatest(handover.at))
      changed(company.name, handover.at, handover.to);
  }
  return [...changesOf].flatMap(([name, changes]) =>
    daysBetweenChanges(changes[0]?.state ?? {}, changes).map(({ from, to, state }) => ({
      id: idOf('customer owner', `${name} ${timeline.days[from]?.on}`),
      customerId: customerId(name),
      startsOn: timeline.days[from]?.on,
      endsOn: to === null ? null : timeline.days[to]?.on,
      ...state,
    })),
  );
}

function rowOf(
  company: Company,
  { owner, since, churnedOn }: { owner: string; since: string | null; churnedOn: string | null },
) {
  const { name, region, country, segment } = company;
  return {
    id: customerId(name),
    source: DEMO_SOURCE,
    externalId: name,
    name,
    regionId: regionId(region),
    country,
    segment,
    ownerId: memberId(owner),
    since,
    churnedOn,
  };
}
