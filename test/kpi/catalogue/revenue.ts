import { type Facts, won } from '../../support/facts.ts';
import type { Example } from './example.ts';

const workspace = { zone: 'Europe/Berlin' };

/** A euro is 1.25 dollars; for the yen there is no rate. Anna moves from North to South on the 8th. */
const sales: Facts = {
  workspace,
  belongs: [
    { who: 'anna', team: 'North', to: '2026-03-08' },
    { who: 'anna', team: 'South', from: '2026-03-08' },
    { who: 'ben', team: 'South' },
  ],
  products: { Anvil: { type: 'iron' }, Bell: { type: 'iron' }, Cog: { type: 'wood' } },
  customers: {
    Acme: { country: 'Norway' },
    Bolt: { country: 'Spain' },
    Coop: { since: '2025-12-01', owner: 'ben' },
  },
  leads: { Lena: { source: 'web' } },
  rates: [{ currency: 'EUR', from: '2026-01-01', rate: 1.25 }],
  deals: [
    won('anna', '2025-11-05', 100, { customer: 'Acme' }),
    won('anna', '2026-03-05', 1000, {
      customer: 'Acme',
      lead: 'Lena',
      region: 'Tromsø',
      lines: [
        { product: 'Anvil', quantity: 2, price: 300, cost: 200, kind: 'upsell' },
        { product: 'Cog', price: 400 }, // repeat: Acme had bought before
      ],
    }),
    // Bolt's first: new
    won('ben', '2026-03-10', 500, {
      customer: 'Bolt',
      lines: [{ product: 'Bell', quantity: 5, price: 100, cost: 60 }],
    }),
    won('ben', '2026-03-20', 80, { currency: 'EUR', customer: 'Bolt' }), // 100 dollars, repeat
    won('ben', '2026-03-21', 70, { currency: 'JPY' }),
    won('anna', '2026-02-10', 750, {
      customer: 'Acme',
      lines: [{ product: 'Bell', quantity: 3, price: 250, cost: 150, kind: 'cross_sell' }],
    }),
  ],
  targets: [
    { kpi: 'revenue', from: '2026-03-01', to: '2026-04-01', value: 2000 },
    { kpi: 'revenue', whose: 'anna', from: '2026-03-01', to: '2026-04-01', value: 800 },
  ],
};

/** Mona manages and Cleo finds leads: neither is a rep whose sales are compared. */
const reps: Facts = {
  workspace,
  people: { mona: { role: 'manager' }, ben: { office: 'Harbour' } },
  offices: { Harbour: { region: 'Bergen' } },
  belongs: [
    { who: 'anna', team: 'North', region: 'Oslo', job: 'ae' },
    { who: 'dora', team: 'North', region: 'Oslo' },
    { who: 'ben', team: 'South', job: 'bdm' },
    { who: 'cleo', team: 'South', job: 'sdr_inbound' },
    { who: 'mona', team: 'North', job: 'manager' },
  ],
  deals: [
    won('anna', '2026-03-05', 1000),
    won('ben', '2026-03-06', 500),
    won('mona', '2026-03-07', 900),
    won('cleo', '2026-03-08', 70),
    won('mona', '2026-03-09', null),
    won('anna', '2026-02-05', 300),
  ],
};

export const revenueExamples: Example[] = [
  {
    kpi: 'revenue', // 1000 + 500 + 80 × 1.25
    facts: sales,
    is: '1600.00',
    was: '750.00',
    ofNothing: '0.00',
    leftOut: ['1 no_rate JPY'],
    by: {
      rep: { anna: '1000.00', ben: '600.00' },
      team: { North: '1000.00', South: '600.00' },
      region: { Tromsø: '1000.00', '–': '600.00' },
      country: { Norway: '1000.00', Spain: '600.00', '–': '0.00' }, // the yen have no customer
      product: { Anvil: '600.00', Cog: '400.00', Bell: '500.00', '–': '100.00' },
      product_type: { iron: '1100.00', wood: '400.00', '–': '100.00' },
      source: { web: '1000.00', '–': '600.00' },
      kind: { cross_sell: '0.00', upsell: '600.00', repeat: '500.00', new: '500.00', '–': '0.00' },
      customer: { Acme: '1000.00', Bolt: '600.00', '–': '0.00' },
    },
  },
  {
    kpi: 'units_sold', // 2 + 1 + 5
    facts: sales,
    is: 8,
    was: 3,
    ofNothing: 0,
    by: { rep: { anna: 3, ben: 5 }, region: { Tromsø: 3, '–': 5 }, product: { Anvil: 2, Cog: 1, Bell: 5 } },
  },
  {
    kpi: 'new_revenue',
    facts: sales,
    is: '500.00',
    was: '0.00',
    ofNothing: '0.00',
    by: { rep: { anna: '0.00', ben: '500.00' }, region: { '–': '500.00' } },
  },
  {
    kpi: 'sales_growth', // 1600 / 750 − 1; February had nothing to grow from
    facts: sales,
    is: 17 / 15,
    was: null,
    ofNothing: null,
    leftOut: ['1 no_rate JPY'],
    by: {
      rep: { anna: 1 / 3, ben: null },
      product: { Bell: -1 / 3, Anvil: null, Cog: null, '–': null }, // 500 / 750 − 1
    },
  },
  {
    kpi: 'avg_sales_per_rep', // (1000 + 500) / anna, ben and dora; mona's deal without an amount is not missed
    facts: reps,
    is: '500.00',
    was: '100.00',
    ofNothing: null,
    by: { team: { North: '500.00', South: '500.00' }, region: { Oslo: '500.00', Bergen: '500.00' } },
  },
  {
    kpi: 'upsell_revenue',
    facts: sales,
    is: '600.00',
    was: '750.00',
    ofNothing: '0.00',
    by: { rep: { anna: '600.00', ben: '0.00' }, product: { Bell: '0.00', Anvil: '600.00' } },
  },
  {
    kpi: 'upsell_rate', // Acme of Acme and Coop; Bolt was no customer when March began
    facts: sales,
    is: 0.5,
    was: 0.5,
    ofNothing: null,
    by: { rep: { anna: 1, ben: 0 }, product: { Bell: 0, Anvil: 0.5 } }, // by product of the same two customers
  },
  {
    kpi: 'gross_profit', // 2 × (300 − 200) + 5 × (100 − 60)
    facts: sales,
    is: '400.00',
    was: '300.00',
    ofNothing: null,
    leftOut: ['1 no_cost'],
    by: { rep: { anna: '200.00', ben: '200.00' }, product: { Anvil: '200.00', Bell: '200.00', Cog: null } },
  },
  {
    kpi: 'gross_margin', // 400 / (600 + 500)
    facts: sales,
    is: 4 / 11,
    was: 0.4,
    ofNothing: null,
    leftOut: ['1 no_cost'],
    by: { rep: { anna: 1 / 3, ben: 0.4 }, product: { Anvil: 1 / 3, Bell: 0.4, Cog: null } },
  },
  {
    kpi: 'target_attainment', // 1600 / 2000
    facts: sales,
    is: 0.8,
    was: null,
    ofNothing: null,
    leftOut: ['1 no_rate JPY'],
    by: {
      rep: { anna: 1.25, ben: null },
      // anna's 800 by the 5 and 17 working days of 22 in each: 1000 / 181.82, and 0 / 618.18, for ben has no target of his 600
      team: { North: 5.5, South: 0 },
    },
  },
];
