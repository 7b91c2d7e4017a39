import { type Currency, priceFactor } from './catalogue.ts';
import { idOf } from './ids.ts';
import { monthsOf } from './months.ts';
import { DEMO_SOURCE } from './people-rows.ts';
import { randomFrom } from './random.ts';
import type { Timeline } from './timeline.ts';

/** What is paid for again and again; together about a fifth of the revenue, so that a customer costs a fraction of their worth. */
interface Item {
  name: string;
  category: 'marketing' | 'sales' | 'other';
  leadSource?: string;
  campaign?: string;
  /** Whole dollars, more or less. */
  amount: number;
  /** The day of the month on which it is paid. */
  day: number;
  /** The only month of the year in which it is paid; every month, if not given. */
  month?: number;
  currency?: Currency;
}

const items: readonly Item[] = [
  {
    name: 'search ads',
    category: 'marketing',
    leadSource: 'website',
    campaign: 'Search ads',
    amount: 5_800,
    day: 3,
  },
  {
    name: 'magazine',
    category: 'marketing',
    leadSource: 'website',
    campaign: 'Healthy Office',
    amount: 2_600,
    day: 8,
  },
  { name: 'mailing', category: 'marketing', leadSource: 'newsletter', campaign: 'Healthy Office', amount: 900, day: 8 },
  {
    name: 'hybrid work webinar',
    category: 'marketing',
    leadSource: 'webinar',
    campaign: 'Hybrid Work Webinar',
    amount: 1_500,
    day: 5,
  },
  {
    name: 'acoustics webinar',
    category: 'marketing',
    leadSource: 'webinar',
    campaign: 'Acoustics Webinar',
    amount: 1_900,
    day: 11,
  },
  {
    name: 'stand in Cologne',
    category: 'marketing',
    leadSource: 'trade fair',
    campaign: 'Orgatec',
    amount: 19_000,
    day: 20,
    month: 10,
  },
  {
    name: 'stand in Vienna',
    category: 'marketing',
    leadSource: 'trade fair',
    campaign: 'Office Days Vienna',
    amount: 14_000,
    day: 14,
    month: 4,
    currency: 'EUR',
  },
  { name: 'thanks for referrals', category: 'marketing', leadSource: 'referral', amount: 2_100, day: 10 },
  { name: 'calling', category: 'sales', leadSource: 'cold call', amount: 17_500, day: 14 },
  { name: 'social selling', category: 'sales', leadSource: 'LinkedIn', amount: 6_400, day: 17 },
  { name: 'inbound desk', category: 'sales', leadSource: 'website', amount: 4_200, day: 15 },
  { name: 'travel', category: 'sales', amount: 3_300, day: 12 },
  // No cost of winning customers.
  { name: 'showroom rent', category: 'other', amount: 7_500, day: 1, currency: 'EUR' },
];

/** What was spent, month by month, as far as it has been paid. */
export function expenseRows(timeline: Timeline) {
  return monthsOf(timeline).flatMap(({ number, from, startsOn }) =>
    items.flatMap(({ name, category, leadSource, campaign, amount, day, month, currency = 'USD' }) => {
      const index = from + day - 1;
      if (index > timeline.today || (month !== undefined && month !== (number % 12) + 1)) return [];
      const key = `${name} ${startsOn.slice(0, 7)}`;
      const actual = amount * randomFrom(`expense ${key}`).between(0.9, 1.12);
      return {
        id: idOf('expense', key),
        source: DEMO_SOURCE,
        externalId: key,
        spentOn: timeline.days[index]?.on,
        category,
        leadSource: leadSource ?? null,
        campaign: campaign ?? null,
        amount: 10 * Math.round((actual * priceFactor[currency]) / 10),
        currency,
      };
    }),
  );
}
