import { type Facts, won } from '../../support/facts.ts';
import type { Example } from './example.ts';

/** At the start of March there are Acme, Bolt, Coop and Dune; Bolt and Coop do not stay. */
const customers: Facts = {
  workspace: { zone: 'Europe/Berlin' },
  regions: ['Oslo'],
  belongs: [
    { who: 'anna', team: 'North' },
    { who: 'ben', team: 'South' },
  ],
  leads: { Lena: { source: 'web' } },
  customers: {
    Acme: { segment: 'large', region: 'Oslo' },
    Bolt: { segment: 'large', churned: '2026-03-20' },
    Coop: { since: '2025-01-01' },
    Dune: { owner: 'anna', since: '2026-02-10', segment: 'small' },
    Echo: { owner: 'ben' },
  },
  deals: [
    won('anna', '2025-06-01', 1000, { customer: 'Acme' }),
    won('anna', '2026-03-05', 500, { customer: 'Acme' }),
    won('anna', '2026-04-01', 9000, { customer: 'Acme' }), // not yet
    won('ben', '2025-09-01', 300, { customer: 'Bolt' }),
    won('ben', '2025-03-10', 200, { customer: 'Coop' }), // lapses on 10 March
    won('anna', '2026-03-15', 100, { customer: 'Dune', currency: 'JPY' }), // given as a customer before
    won('ben', '2026-03-10', 40, { customer: 'Echo', lead: 'Lena' }),
    won('ben', '2026-03-12', null, { customer: 'Echo' }),
    won('anna', '2026-03-25', 60, { customer: 'Fern' }),
  ],
};

/** 900 for three new customers; what the office costs is not for winning them. */
const costs: Facts = {
  workspace: { zone: 'Europe/Berlin' },
  leads: { Lena: { source: 'web', campaign: 'spring' }, Luis: { source: 'fair' } },
  rates: [{ currency: 'EUR', from: '2026-01-01', rate: 1.5 }],
  expenses: [
    { on: '2026-03-01', category: 'marketing', amount: 200, source: 'web', campaign: 'spring' },
    { on: '2026-03-02', category: 'marketing', amount: 200, currency: 'EUR', source: 'fair' },
    { on: '2026-03-31', category: 'sales', amount: 400 },
    { on: '2026-03-31', category: 'sales', amount: 400, currency: 'JPY' },
    { on: '2026-03-15', category: 'other', amount: 5000 },
    { on: '2026-02-15', category: 'sales', amount: 70 },
  ],
  deals: [
    won('anna', '2026-03-05', 500, { customer: 'Acme', lead: 'Lena' }),
    won('anna', '2026-03-06', 500, { customer: 'Bolt', lead: 'Luis' }),
    won('anna', '2026-03-07', 500, { customer: 'Coop', lead: 'Luis' }),
  ],
};

export const customerExamples: Example[] = [
  {
    kpi: 'new_customers', // Echo and Fern; in February Dune
    facts: customers,
    is: 2,
    was: 1,
    ofNothing: 0,
    by: {
      rep: { anna: 1, ben: 1 },
      team: { North: 1, South: 1 },
      region: { '–': 2 },
      source: { web: 1, '–': 1 },
      month: { '2026-03-01': 2 },
    },
  },
  {
    kpi: 'retention_rate', // Acme and Dune of four
    facts: customers,
    is: 0.5,
    was: 1,
    ofNothing: null,
    by: {
      rep: { anna: 1, ben: 0 },
      region: { Oslo: 1, '–': 1 / 3 },
      segment: { large: 0.5, small: 1, '–': 0 },
    },
  },
  {
    kpi: 'churn_rate',
    facts: customers,
    is: 0.5,
    was: 0,
    ofNothing: null,
    by: { rep: { anna: 0, ben: 1 }, team: { North: 0, South: 1 }, segment: { large: 0.5, small: 0, '–': 1 } },
  },
  {
    kpi: 'repeat_purchase_rate', // Acme, Dune and (its second of the month) Echo, but not Fern
    facts: customers,
    is: 0.75,
    was: null,
    ofNothing: null,
    by: { rep: { anna: 2 / 3, ben: 1 }, segment: { large: 1, small: 1, '–': 0.5 } },
  },
  {
    kpi: 'cac', // (200 + 300 + 400) / 3
    facts: costs,
    is: '300.00',
    was: null, // money, but nobody new
    ofNothing: null,
    leftOut: ['1 expense_no_rate JPY'],
    by: {
      source: { web: '200.00', fair: '150.00', '–': null },
      campaign: { spring: '200.00', '–': '350.00' },
      month: { '2026-03-01': '300.00' },
    },
  },
  {
    kpi: 'customer_value', // (1500 + 300 + 200 + 40 + 60) / 5; of Dune only yen are known
    facts: customers,
    is: '420.00',
    was: '375.00', // (1000 + 300 + 200 + 0) / 4: Dune had bought nothing yet
    ofNothing: null,
    leftOut: ['1 no_amount', '1 no_rate JPY'],
    by: { rep: { anna: '780.00', ben: '180.00' }, segment: { large: '900.00', '–': '100.00', small: null } },
  },
];
