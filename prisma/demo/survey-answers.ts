import { firstPerson } from './cast.ts';
import type { Company } from './companies.ts';
import { customerId } from './customer-rows.ts';
import type { OldCustomer } from './customers.ts';
import { type DealStory, ownerAt } from './deals.ts';
import { happened } from './happened.ts';
import { idOf } from './ids.ts';
import { type Month, monthsOf } from './months.ts';
import { DEMO_SOURCE, memberId, productId } from './people-rows.ts';
import { type Random, randomFrom } from './random.ts';
import { styles } from './styles.ts';
import { complaints, faintPraise, praise } from './survey-words.ts';
import { DAY, dayIndex, type Moment, type Timeline } from './timeline.ts';
import { firstNames, lastNames } from './words.ts';

/** Somebody who bought, as they stand at a moment: with whom and what they bought last. */
interface Buyer {
  company: Company;
  owner: string;
  product: string | null;
  at: Moment;
}

interface Sales {
  deals: readonly DealStory[];
  oldCustomers: readonly OldCustomer[];
}

/** Who has bought nothing for a year is asked no more. */
const YEAR = 365 * DAY;

/**
 * What customers answered by now: a third of them is asked every month how likely they are to recommend us, so each once
 * a quarter, and everybody some weeks after a purchase how satisfied they are.
 */
export function surveyAnswerRows(sales: Sales, timeline: Timeline) {
  const purchases = purchasesOf(sales);
  const loyalty = monthsOf(timeline).flatMap((month) => [...loyaltyIn(month, purchases, sales, timeline)]);
  const satisfaction = purchases.flatMap((purchase) => satisfactionAfter(purchase, timeline));
  const said = [...loyalty, ...satisfaction].filter(({ at }) => at <= timeline.now);
  const waiting = lastUnhappyOf(firstPerson, said);
  return said.map((each) => rowOf(each === waiting ? { ...each, solved: null } : each, timeline));
}

/** Who plays first has a case before them. */
const lastUnhappyOf = (owner: string, said: readonly Said[]): Said | undefined =>
  said
    .filter(({ instrument, score, buyer }) => instrument === 'nps' && score <= 6 && buyer.owner === owner)
    .sort((one, other) => other.at - one.at)[0];

interface Said {
  key: string;
  instrument: 'nps' | 'csat';
  buyer: Buyer;
  at: Moment;
  score: number;
  comment: string | null;
  solved: Moment | null;
}

function purchasesOf({ deals, oldCustomers }: Sales): Buyer[] {
  const wins = deals
    .filter(({ won }) => won)
    .map((deal) => ({
      company: deal.company,
      owner: ownerAt(deal, deal.closed),
      product: deal.lines[0]?.product.name ?? null,
      at: deal.closed,
    }));
  const before = oldCustomers.map(({ company, owner, since }) => ({ company, owner, product: null, at: since * DAY }));
  return [...before, ...wins].sort((a, b) => a.at - b.at);
}

function loyaltyIn(month: Month, purchases: readonly Buyer[], sales: Sales, timeline: Timeline): Said[] {
  const asked = month.from * DAY;
  const left = new Set(
    sales.oldCustomers.flatMap(({ company, churned }) =>
      churned !== null && churned <= month.from ? company.name : [],
    ),
  );
  const latest = new Map(
    purchases.filter(({ at }) => at <= asked && at > asked - YEAR).map((buyer) => [buyer.company.name, buyer]),
  );
  return [...latest.values()].flatMap((buyer): Said[] => {
    const { name } = buyer.company;
    const turn = randomFrom(`turn of ${name}`).whole(0, 2);
    if (turn !== month.number % 3 || left.has(name)) return [];
    const key = `nps ${name} ${month.startsOn.slice(0, 7)}`;
    const random = randomFrom(key);
    if (!random.chance(0.42)) return [];
    const at = timeline.atWork(month.from + random.whole(0, 24), random);
    const score = recommendation(buyer.owner, random);
    const words = score >= 9 ? praise : score >= 7 ? faintPraise : complaints;
    const isSolved = random.chance(0.8);
    const solved = timeline.later(at, Math.max(1, random.around(6, 0.7)), random);
    return [
      {
        ...{ key, instrument: 'nps', buyer, at, score },
        comment: random.chance(score <= 6 ? 0.75 : 0.4) ? random.pick(words) : null,
        solved: score <= 6 && isSolved && solved <= timeline.now ? solved : null,
      },
    ];
  });
}

/** Who wins many deals keeps what was promised; who wins few has promised too much. */
function recommendation(owner: string, random: Random): number {
  const skill = (styles[owner]?.winRate ?? 0.43) - 0.43;
  return random.weighted([
    [10, 26 + 90 * skill],
    [9, 26 + 50 * skill],
    [8, 19],
    [7, 12],
    [6, 6],
    [5, 4 - 15 * skill],
    [4, 3 - 10 * skill],
    [2, 2],
    [0, 1],
  ] as const);
}

function satisfactionAfter(buyer: Buyer, timeline: Timeline): Said[] {
  const key = `csat ${buyer.company.name} ${timeline.days[dayIndex(buyer.at)]?.on ?? ''}`;
  const random = randomFrom(key);
  const day = dayIndex(buyer.at) + random.whole(14, 30);
  if (day < timeline.first || day > timeline.today || !random.chance(0.5)) return [];
  const at = timeline.atWork(day, random);
  const score = random.weighted([
    [5, 46],
    [4, 38],
    [3, 9],
    [2, 5],
    [1, 2],
  ] as const);
  const words = score === 5 ? praise : score >= 3 ? faintPraise : complaints;
  const comment = random.chance(0.3) ? random.pick(words) : null;
  return [{ key, instrument: 'csat', buyer, at, score, comment, solved: null }];
}

/** The same person answers for a company every time, so that only their latest word counts. */
function rowOf({ key, instrument, buyer, at, score, comment, solved }: Said, timeline: Timeline) {
  const random = randomFrom(`buyer at ${buyer.company.name}`);
  return {
    id: idOf('survey answer', key),
    source: DEMO_SOURCE,
    externalId: key,
    instrument,
    score,
    comment,
    customerId: customerId(buyer.company.name),
    respondent: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
    memberId: memberId(buyer.owner),
    productId: buyer.product === null ? null : productId(buyer.product),
    ...happened('answered', at, timeline),
    ...happened('solved', solved, timeline),
  };
}
