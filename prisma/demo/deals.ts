import { type Currency, type Product, priceFactor, products, type StageName } from './catalogue.ts';
import type { Company } from './companies.ts';
import { type Post, sellerIn } from './posts.ts';
import type { Random } from './random.ts';
import { styles } from './styles.ts';
import { dayIndex, type Moment, type Timeline } from './timeline.ts';
import { channels, competitors, lossReasons } from './words.ts';

export interface Line {
  product: Product;
  quantity: number;
  kind: 'new' | 'repeat' | 'upsell' | 'cross_sell' | 'renewal';
}

/** A deal told to its end, which may lie after today: what had happened by now is cut out later. */
export interface DealStory {
  key: string;
  company: Company;
  leadKey: string | null;
  currency: Currency;
  owner: string;
  /** From the moment on it belongs to somebody else. */
  handover: { at: Moment; to: string } | null;
  /** When the amount became known; null: never. */
  amountKnownAt: Moment | null;
  discount: { at: Moment; factor: number } | null;
  lines: Line[];
  opened: Moment;
  stages: { name: StageName; at: Moment }[];
  proposal: Moment | null;
  closed: Moment;
  won: boolean;
  soldVia: string;
  lossReason: string;
  competitor: string | null;
}

export interface Opening {
  key: string;
  company: Company;
  leadKey: string | null;
  owner: string;
  opened: Moment;
  /** The customer has bought before. */
  again: boolean;
}

export function tellDeal(opening: Opening, random: Random, timeline: Timeline, posts: readonly Post[]): DealStory {
  const { company, opened, owner, again } = opening;
  const style = styles[owner];
  if (!style) throw new Error(`${owner} sells nothing`);
  const won = random.chance(style.winRate + (again ? 0.1 : 0));
  const days = Math.min(Math.max(random.around(style.cycleDays * (again ? 0.7 : 1), 0.4), 10), 110);
  const after = (moment: Moment, share: number) => timeline.later(moment, days * share, random);

  const discovery = after(opened, 0.2);
  const lostEarly = !won && random.chance(0.35);
  const proposal = lostEarly ? null : after(discovery, 0.25);
  const negotiation = proposal !== null && (won || random.chance(0.5)) ? after(proposal, 0.3) : null;
  const closed = rushToQuarterEnd(
    negotiation ?? proposal ?? discovery,
    after(negotiation ?? proposal ?? discovery, 0.25),
    random,
    timeline,
  );
  const discountedAt = negotiation !== null && random.chance(0.6) ? negotiation : null;
  const handedOver = proposal !== null && random.chance(0.06) ? timeline.later(proposal, 2, random) : null;

  return {
    key: opening.key,
    company,
    leadKey: opening.leadKey,
    currency: company.currency,
    owner,
    handover:
      handedOver !== null && handedOver < closed
        ? { at: handedOver, to: sellerIn(company.region, handedOver, posts, random).name }
        : null,
    amountKnownAt: random.chance(0.02) ? null : random.chance(0.1) ? (proposal ?? closed) : opened,
    discount: discountedAt === null ? null : { at: discountedAt, factor: 1 - random.between(0.03, 0.12) },
    lines: linesOf(style.size, again, random),
    opened,
    stages: stagesOf({ Qualified: opened, Discovery: discovery, Proposal: proposal, Negotiation: negotiation }),
    proposal,
    closed,
    won,
    soldVia: random.weighted(channels),
    lossReason: random.weighted(lossReasons),
    competitor: random.chance(0.4) ? random.pick(competitors) : null,
  };
}

/** What a customer who was won buys later, once and again. */
export function tellRepeats(first: DealStory, random: Random, timeline: Timeline, posts: readonly Post[]): DealStory[] {
  const deals: DealStory[] = [];
  let last = first;
  while (last.won && random.chance(0.55)) {
    const opened = timeline.later(last.closed, random.between(50, 190), random);
    if (dayIndex(opened) > timeline.today) break;
    const owner = last.handover?.to ?? last.owner;
    const key = `${first.key}-${deals.length + 2}`;
    last = tellDeal(
      { key, company: first.company, leadKey: null, owner, opened, again: true },
      random,
      timeline,
      posts,
    );
    deals.push(last);
  }
  return deals;
}

export const ownerAt = (deal: DealStory, moment: Moment): string =>
  deal.handover && deal.handover.at < moment ? deal.handover.to : deal.owner;

/** Whole units of the deal's currency. */
export function unitPrice(deal: DealStory, { product }: Line, at: Moment): number {
  const discount = deal.discount && deal.discount.at <= at ? deal.discount.factor : 1;
  return Math.round(product.listPrice * priceFactor[deal.currency] * discount);
}

/** Whole units of the deal's currency; null while nobody knows. */
export function amountAt(deal: DealStory, at: Moment): number | null {
  if (deal.amountKnownAt === null || deal.amountKnownAt > at) return null;
  return deal.lines.reduce((sum, line) => sum + line.quantity * unitPrice(deal, line, at), 0);
}

function stagesOf(moments: Record<StageName, Moment | null>): { name: StageName; at: Moment }[] {
  const names: StageName[] = ['Qualified', 'Discovery', 'Proposal', 'Negotiation'];
  return names.flatMap((name) => {
    const at = moments[name];
    return at === null ? [] : [{ name, at }];
  });
}

function linesOf(size: number, again: boolean, random: Random): Line[] {
  const wanted = new Set<Product>();
  const count = random.weighted([
    [1, 5],
    [2, 4],
    [3, 2],
  ] as const);
  while (wanted.size < count)
    wanted.add(random.weighted(products.map((product) => [product, product.weight] as const)));
  return [...wanted].map((product, index) => {
    const quantity = Math.max(1, Math.round(random.whole(...product.quantity) * size));
    return { product, quantity, kind: again ? kindOfRepeat(product, index, random) : 'new' };
  });
}

function kindOfRepeat(product: Product, index: number, random: Random): Line['kind'] {
  if (product.type === 'Services') return 'renewal';
  if (index > 0) return 'cross_sell';
  return random.chance(0.35) ? 'upsell' : 'repeat';
}

/** What would close in the first days of a quarter is often signed in the last days of the one before. */
function rushToQuarterEnd(previous: Moment, closing: Moment, random: Random, timeline: Timeline): Moment {
  const day = dayIndex(closing);
  const date = timeline.days[day];
  const dayOfMonth = Number(date?.on.slice(8));
  if (!date || date.month % 3 !== 1 || dayOfMonth > 12 || random.chance(0.35)) return closing;
  const pulled = timeline.atWork(day - dayOfMonth - random.whole(2, 7), random);
  return pulled > previous ? pulled : closing;
}
