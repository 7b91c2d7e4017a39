import type { Company } from './companies.ts';
import type { OldCustomer } from './customers.ts';
import { type DealStory, ownerAt } from './deals.ts';
import { idOf } from './ids.ts';
import { DEMO_SOURCE, memberId, regionId } from './people-rows.ts';
import { dayIndex, type Timeline } from './timeline.ts';

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
