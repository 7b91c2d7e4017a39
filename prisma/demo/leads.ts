import { type Company, companyOf } from './companies.ts';
import { type DealStory, tellDeal } from './deals.ts';
import { holdsAt, monthNumber, type Post, sellerIn } from './posts.ts';
import { type Random, randomFrom } from './random.ts';
import { sells } from './styles.ts';
import { DAY, dayIndex, HOUR, hourOf, MINUTE, type Moment, type Timeline } from './timeline.ts';
import { campaigns, firstNames, inboundSources, lastNames, outboundSources } from './words.ts';

/** A lead told to its end, which may lie after today. */
export interface LeadStory {
  key: string;
  contact: string;
  company: Company;
  source: string;
  campaign: string | null;
  channel: 'inbound' | 'outbound';
  /** Whole dollars. */
  expectedAmount: number | null;
  score: number;
  creator: string;
  created: Moment;
  /** Attempts to reach them; none: nobody ever called. */
  touches: Moment[];
  replied: Moment | null;
  qualified: { at: Moment; scoreThen: number; seller: string } | null;
  deal: DealStory | null;
  disqualified: Moment | null;
}

/** The leads that everybody finds month by month, from before the records begin until the end of today. */
export function tellLeads(timeline: Timeline, posts: readonly Post[]): LeadStory[] {
  const lastMonth = monthNumber(timeline.days[timeline.today]);
  return [...daysByMonth(timeline)]
    .filter(([month]) => month <= lastMonth)
    .flatMap(([month, days]) => {
      let number = 0;
      return posts.flatMap((post) => {
        const season = [11, 7, 6].includes(month % 12) ? 0.78 : 1;
        const count = Math.round((post.style?.leadsAMonth ?? 0) * season);
        return Array.from({ length: count }, () => tellLead(month, ++number, days, post)).filter(
          (lead) => dayIndex(lead.created) <= timeline.today && holdsAt(post, dayIndex(lead.created)),
        );
      });
    });

  function tellLead(month: number, number: number, days: readonly number[], post: Post): LeadStory {
    const key = `L-${String(month - 12 * 2000)}-${String(number).padStart(3, '0')}`;
    const random = randomFrom(key);
    const company = companyOf((month % 20) * 200 + number);
    const inbound = random.chance({ sdr_inbound: 0.95, sdr_outbound: 0.05, bdm: 0.2, ae: 0.4, manager: 0 }[post.job]);
    const source = random.weighted(inbound ? inboundSources : outboundSources);
    const day = random.pick(days);
    // Web forms know no closing time, though most people fill them in at their own desks.
    const created =
      inbound && random.chance(0.25)
        ? day * DAY + Math.floor(random.between(7, 21) * HOUR)
        : timeline.atWork(day, random);
    const qualifies = random.chance(inbound ? 0.52 : 0.43);
    const touches = qualifies || random.chance(0.95) ? touchesOf(created, inbound, random) : [];
    const score = Math.round(Math.min(Math.max(random.around(qualifies ? 58 : 40, 0.3), 5), 95));
    const lastTouch = touches.at(-1);
    const replied =
      lastTouch !== undefined && (qualifies || random.chance(0.3))
        ? timeline.later(lastTouch, random.between(0, 3), random)
        : null;
    const qualified = qualifies && replied !== null ? qualify(replied) : null;
    const deal = qualified && random.chance(0.72) ? open(qualified) : null;
    return {
      key,
      contact: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
      company,
      source,
      campaign: campaigns[source] ? random.pick(campaigns[source]) : null,
      channel: inbound ? 'inbound' : 'outbound',
      expectedAmount: random.chance(0.85) ? Math.round(random.around(65, 0.5)) * 100 : null,
      score,
      creator: post.name,
      created,
      touches,
      replied,
      qualified,
      deal,
      disqualified: disqualify(),
    };

    function qualify(reply: Moment) {
      const at = timeline.later(reply, random.between(0, 7), random);
      const seller = sells(post.job) ? post.name : sellerIn(company.region, at, posts, random).name;
      return { at, scoreThen: Math.min(score + random.whole(5, 20), 100), seller };
    }

    function open({ at, seller }: { at: Moment; seller: string }) {
      const opened = timeline.later(at, random.between(0, 6), random);
      return tellDeal(
        { key: key.replace('L', 'D'), company, leadKey: key, owner: seller, opened, again: false },
        random,
        timeline,
        posts,
      );
    }

    function disqualify(): Moment | null {
      if (deal) return !deal.won && random.chance(0.8) ? deal.closed : null;
      const from = qualified?.at ?? replied ?? lastTouch;
      return from !== undefined && random.chance(0.85) ? timeline.later(from, random.between(8, 45), random) : null;
    }
  }

  /** Inbound leads are called back within the hour at working time; who was found waits for a quiet moment. */
  function touchesOf(created: Moment, inbound: boolean, random: Random): Moment[] {
    const first = inbound
      ? soon(created, random.around(38, 0.9) * MINUTE, random)
      : timeline.later(created, random.between(0, 1.5), random);
    const touches = [first];
    while (touches.length < 5 && random.chance(0.37)) {
      touches.push(timeline.later(touches.at(-1) ?? first, random.between(1, 5), random));
    }
    return touches;
  }

  function soon(created: Moment, wait: number, random: Random): Moment {
    const moment = created + Math.floor(wait);
    const isOpen = timeline.days[dayIndex(moment)]?.isWorking && hourOf(moment) >= 8 && hourOf(moment) < 18;
    if (isOpen) return moment;
    const day = dayIndex(timeline.atWork(hourOf(moment) < 8 ? dayIndex(moment) : dayIndex(moment) + 1, random));
    return day * DAY + 9 * HOUR + Math.floor(random.around(35, 0.6) * MINUTE);
  }
}

function daysByMonth({ days }: Timeline): Map<number, number[]> {
  const months = new Map<number, number[]>();
  for (const [index, day] of days.entries()) {
    const month = monthNumber(day);
    months.set(month, [...(months.get(month) ?? []), index]);
  }
  return months;
}
