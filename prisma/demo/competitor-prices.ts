import { type Currency, priceFactor, products } from './catalogue.ts';
import { idOf } from './ids.ts';
import { monthsOf } from './months.ts';
import { DEMO_SOURCE, productId } from './people-rows.ts';
import { randomFrom } from './random.ts';
import { dayIndex, type Timeline } from './timeline.ts';

interface Rival {
  name: string;
  currency: Currency;
  /** What it asks for the like of our products, against our list price. Nobody else sells a care plan. */
  level: Readonly<Record<string, number>>;
}

const rivals: readonly Rival[] = [
  {
    name: 'Oakline',
    currency: 'USD',
    level: {
      'Fjord Desk': 1.08,
      'Fjord Desk Plus': 1.13,
      'Aria Chair': 1.02,
      'Aria Chair Pro': 0.97,
      'Harbor Table': 1.06,
      'Quiet Booth': 0.91,
      'Lumen Lamp': 0.92,
    },
  },
  {
    name: 'Deskly',
    currency: 'USD',
    level: {
      'Fjord Desk': 0.97,
      'Fjord Desk Plus': 1.03,
      'Aria Chair': 0.87,
      'Aria Chair Pro': 0.9,
      'Lagoon Locker': 0.94,
      'Lumen Lamp': 0.79,
    },
  },
  {
    name: 'Kontor Plus',
    currency: 'EUR',
    level: {
      'Fjord Desk': 1.05,
      'Aria Chair': 0.95,
      'Aria Chair Pro': 1.01,
      'Harbor Table': 1.11,
      'Quiet Booth': 0.87,
      'Lagoon Locker': 1.02,
    },
  },
];

/** The competitors' price lists, looked through in the first days of every month. */
export function competitorPriceRows(timeline: Timeline) {
  return monthsOf(timeline).flatMap(({ number, from, startsOn }) =>
    rivals.flatMap(({ name: competitor, currency, level }, place) => {
      const random = randomFrom(`price list ${competitor} ${startsOn}`);
      const seen = timeline.atWork(from + random.whole(0, 7), random);
      if (seen > timeline.now) return [];
      // Prices of a few percent more or less over the years, each competitor at its own time.
      const season = 1 + 0.025 * Math.sin(number / 4 + 2 * place);
      return products.flatMap(({ name, listPrice }) => {
        const share = level[name];
        if (share === undefined) return [];
        const key = `${name} at ${competitor} ${startsOn.slice(0, 7)}`;
        return {
          id: idOf('competitor price', key),
          source: DEMO_SOURCE,
          externalId: key,
          productId: productId(name),
          competitor,
          price: Math.round(listPrice * share * season * priceFactor[currency]),
          currency,
          observedOn: timeline.days[dayIndex(seen)]?.on,
        };
      });
    }),
  );
}
