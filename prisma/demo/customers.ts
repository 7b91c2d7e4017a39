import { firstPerson } from './cast.ts';
import { type Company, companyNamed } from './companies.ts';
import { type DealStory, type Opening, tellDeal, tellRepeats } from './deals.ts';
import { monthsAgo, type Post, sellerIn } from './posts.ts';
import { type Random, randomFrom } from './random.ts';
import { DAY, type Moment, type Timeline } from './timeline.ts';
import { companyWords, trades } from './words.ts';

/** A customer from before the records begin. Days are indices of the timeline. */
export interface OldCustomer {
  company: Company;
  owner: string;
  since: number;
  churned: number | null;
  deals: DealStory[];
}

const OLD_CUSTOMERS = 110;
const RETURNING = 3;
/** The customer of the README's examples, in the hands of whom a newcomer plays. */
const ACME = 10;

/** Customers of the year before the records begin. Some leave, and a few of those come back. */
export function tellOldCustomers(timeline: Timeline, posts: readonly Post[]): OldCustomer[] {
  return Array.from({ length: OLD_CUSTOMERS }, (_, number) => {
    const random = randomFrom(`old customer ${number}`);
    const word = number === ACME ? 'Acme' : companyWords[(number * 7) % companyWords.length];
    const company = companyNamed(`${word} ${random.pick(trades)} Group`);
    const seller = number === ACME ? firstPerson : sellerIn(company.region, timeline.first * DAY, posts, random).name;
    const customer = { company, owner: seller, since: timeline.first - random.whole(10, 330) };
    if (number < RETURNING) return { ...customer, ...leaveAndReturn(customer, number, random) };
    if (random.chance(0.14)) return { ...customer, churned: timeline.first + random.whole(20, 400), deals: [] };
    const opened = timeline.atWork(timeline.first + random.whole(-40, 240), random);
    return { ...customer, churned: null, deals: buyAgain({ company, owner: seller, opened }, number, random) };
  });

  function leaveAndReturn({ company, owner }: Pick<OldCustomer, 'company' | 'owner'>, number: number, random: Random) {
    const opened = timeline.atWork(monthsAgo(timeline, 2) + 3 + 5 * number, random);
    const deal = tellDeal(openingOf({ company, owner, opened }, number), random, timeline, posts);
    return {
      churned: timeline.first + random.whole(60, 150),
      deals: [wonAt(deal, timeline.later(opened, 45, random))],
    };
  }

  function buyAgain(
    opening: Pick<Opening, 'company' | 'owner' | 'opened'>,
    number: number,
    random: Random,
  ): DealStory[] {
    const first = tellDeal(openingOf(opening, number), random, timeline, posts);
    return [first, ...tellRepeats(first, random, timeline, posts)];
  }
}

function openingOf(opening: Pick<Opening, 'company' | 'owner' | 'opened'>, number: number): Opening {
  return { ...opening, key: `D-OLD-${String(number + 1).padStart(3, '0')}`, leadKey: null, again: true };
}

/** One sale in yen, for which no rate is known: answers in dollars leave it out, and say so. */
export function tellSaleInYen(timeline: Timeline, posts: readonly Post[]): DealStory {
  const random = randomFrom('a sale in yen');
  const company: Company = {
    ...companyNamed('Sakura Trading'),
    region: 'Northern Germany',
    country: 'Japan',
    currency: 'JPY',
  };
  const opened = timeline.atWork(monthsAgo(timeline, 2) + 9, random);
  const opening = { key: 'D-YEN-001', company, leadKey: null, owner: 'Leila Haddad', opened, again: false };
  const deal = tellDeal(opening, random, timeline, posts);
  return { ...wonAt(deal, timeline.later(opened, 42, random)), amountKnownAt: opened };
}

/** The same deal, but it was won on a day of our choice. */
function wonAt(deal: DealStory, closed: Moment): DealStory {
  const before = (moment: Moment | null) => (moment !== null && moment < closed ? moment : null);
  const discount = deal.discount && deal.discount.at < closed ? deal.discount : null;
  const stages = deal.stages.filter(({ at }) => at < closed);
  return {
    ...deal,
    won: true,
    closed,
    stages,
    discount,
    handover: null,
    proposal: before(deal.proposal),
    amountKnownAt: before(deal.amountKnownAt),
  };
}
