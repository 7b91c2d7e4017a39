import type { Facts } from '../../support/facts.ts';
import type { Example } from './example.ts';

/** 90 days before the end of March are the days from 1 January on. */
const market: Facts = {
  workspace: { zone: 'Europe/Berlin' },
  products: {
    Anvil: {
      was: [
        { until: '2026-03-01', price: 100 },
        { until: '2026-04-01', price: 120 },
      ],
      price: 500,
    },
    Bell: { price: 60, currency: 'EUR' }, // 90 dollars at March's rate, 75 at February's
    Cog: { price: 10 },
    Dial: { price: 10 },
    Eye: { was: [{ until: '2026-03-31', price: 10 }] }, // taken off the list
    Fan: { price: 10 },
  },
  rates: [
    { currency: 'EUR', from: '2026-01-01', rate: 1.25 },
    { currency: 'EUR', from: '2026-03-15', rate: 1.5 },
  ],
  prices: [
    { product: 'Anvil', competitor: 'Globex', price: 999, on: '2026-01-10' }, // not the latest
    { product: 'Anvil', competitor: 'Globex', price: 80, on: '2026-03-20' },
    { product: 'Anvil', competitor: 'Initech', price: 96, currency: 'EUR', on: '2026-01-01' }, // 120 dollars then
    { product: 'Bell', competitor: 'Globex', price: 160, on: '2026-02-28' },
    { product: 'Cog', competitor: 'Globex', price: 10, on: '2025-12-31' }, // too old
    { product: 'Cog', competitor: 'Globex', price: 20, on: '2026-04-01' }, // not yet
    { product: 'Eye', competitor: 'Globex', price: 5, on: '2026-03-01' },
    { product: 'Fan', competitor: 'Initech', price: 700, currency: 'JPY', on: '2026-03-01' },
  ],
};

export const priceExamples: Example[] = [
  {
    kpi: 'price_index', // 120 / ((80 + 120) / 2) = 1.2 and 90 / 160 = 0.5625: 100 × √0.675
    facts: market,
    is: 82.158383626,
    was: 43.756952079, // 100 / ((999 + 120) / 2), 75 / 160 and 10 / 10: 100 × ∛0.083780…
    ofNothing: null,
    leftOut: ['2 no_observation', '1 no_list_price', '1 price_no_rate JPY'],
    by: {
      product: { Anvil: 120, Bell: 56.25, Cog: null, Dial: null, Eye: null, Fan: null },
      competitor: { Globex: 91.855865354, Initech: 100 }, // √(120 / 80 × 90 / 160), 120 / 120
      month: { '2026-03-01': 82.158383626 },
    },
  },
];
