import { type Facts, won } from '../../support/facts.ts';
import type { Example } from './example.ts';

/** The 12 months to the end of March 2026 begin in April 2025. */
const lifetimes: Facts = {
  workspace: { zone: 'Europe/Berlin' },
  customers: {
    Acme: { segment: 'large' }, // 8 months from August on, 7 of them from their start
    Bolt: { segment: 'small', churned: '2026-02-20' }, // 3 months, 2 from their start
    Coop: { segment: 'small' }, // March alone
  },
  deals: [
    won('anna', '2025-08-10', 1200, { customer: 'Acme' }),
    won('anna', '2026-01-10', 1200, { customer: 'Acme', currency: 'JPY' }),
    won('ben', '2025-12-05', 600, { customer: 'Bolt' }),
    won('ben', '2025-10-01', 999), // nobody knows whose
    won('ben', '2026-03-31', 100, { customer: 'Coop', lines: [{ product: 'Anvil', price: 100, cost: 60 }] }),
    won('ben', '2026-04-01', 5000, { customer: 'Bolt' }), // not yet
  ],
  expenses: [{ on: '2026-03-03', category: 'sales', amount: 95 }],
};

export const lifetimeExamples: Example[] = [
  {
    kpi: 'clv', // (1900 / 12 customer-months) / (1 / 9)
    facts: lifetimes,
    is: '1425.00',
    was: '1440.00', // (1800 / 10) / (1 / 8)
    ofNothing: null,
    leftOut: ['1 no_customer', '1 no_rate JPY'],
    by: { segment: { large: null, small: '350.00', '–': null } }, // nobody large has left; (700 / 4) / (1 / 2)
  },
  {
    kpi: 'clv_to_cac', // 1425 × 0.4 / 95
    facts: lifetimes,
    is: 6,
    was: null,
    ofNothing: null,
    leftOut: ['1 no_customer', '1 no_rate JPY'],
    by: {},
  },
];
