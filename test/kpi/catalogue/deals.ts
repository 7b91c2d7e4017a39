import { type Facts, lost, open, won } from '../../support/facts.ts';
import type { Example } from './example.ts';

const workspace = { zone: 'Europe/Berlin' };

/** Anna moves from North to South on the 15th. Cleo is in no team, but in an office in Bergen. */
const deals: Facts = {
  workspace,
  people: { cleo: { office: 'Harbour' } },
  offices: { Harbour: { region: 'Bergen' } },
  belongs: [
    { who: 'cleo', job: 'ae' },
    { who: 'anna', team: 'North', to: '2026-03-15' },
    { who: 'anna', team: 'South', from: '2026-03-15' },
    { who: 'ben', team: 'South', region: 'Oslo' },
  ],
  leads: { Lena: { source: 'web', contacted: '2026-01-24' }, Luis: { source: 'fair', contacted: '2026-03-08' } },
  deals: [
    won('anna', '2026-03-05', 1000, {
      opened: '2026-02-01',
      lead: 'Lena',
      region: 'Tromsø',
      lines: [
        { product: 'Anvil', price: 600 },
        { product: 'Bell', price: 400 },
      ],
    }),
    won('anna', '2026-03-20', 500, { opened: '2026-03-01', lines: [{ product: 'Anvil', price: 500 }] }),
    won('ben', '2026-03-10', null, { opened: '2026-03-02', lead: 'Luis' }),
    lost('ben', '2026-03-12', { opened: '2026-03-03', competitor: 'Globex' }),
    lost('cleo', '2026-03-31', { competitor: 'Globex' }), // nobody knows when it was opened
    won('ben', '2026-02-10', 300, { opened: '2026-01-11' }),
    open('ben', { opened: '2026-03-25' }),
  ],
};

const proposals: Facts = {
  workspace,
  deals: [
    open('anna', { proposal: '2026-03-02' }),
    won('ben', '2026-03-20', 100, { proposal: '2026-03-10' }),
    lost('ben', '2026-03-25', { proposal: '2026-02-20' }),
    won('anna', '2026-03-26', 50), // without a proposal
  ],
};

/** The 1000 of ben's first deal were in the pipeline until it was won on the 25th. */
const pipeline: Facts = {
  workspace,
  stages: { Talk: 0.25, Offer: 0.5, Maybe: null },
  belongs: [{ who: 'anna', team: 'North' }],
  deals: [
    won('ben', '2026-03-25', 1000, {
      states: [
        { from: '2026-02-01', to: '2026-03-25', stage: 'Talk' },
        { from: '2026-03-25', status: 'won' },
      ],
    }),
    open('anna', {
      states: [
        { from: '2026-02-10', to: '2026-03-15', stage: 'Talk', amount: 400 },
        { from: '2026-03-15', stage: 'Offer', amount: 600 },
      ],
    }),
    open('ben', { amount: 200, region: 'Oslo', states: [{ from: '2026-03-01', stage: 'Talk' }] }),
    open('ben', { amount: 100, states: [{ from: '2026-03-20', stage: 'Maybe' }] }),
    open('ben', { states: [{ from: '2026-03-05', stage: 'Talk' }] }),
  ],
  leads: { Lena: { owner: 'anna', states: [{ from: '2026-03-01', amount: 80 }] } },
  targets: [
    { kpi: 'revenue', from: '2026-03-01', to: '2026-04-01', value: 2000 },
    { kpi: 'revenue', whose: 'anna', from: '2026-03-01', to: '2026-04-01', value: 500 },
    { kpi: 'revenue', whose: 'ben', from: '2026-03-01', to: '2026-04-01', value: 1300 },
  ],
};

export const dealExamples: Example[] = [
  {
    kpi: 'new_opportunities',
    facts: deals,
    is: 4,
    was: 1,
    ofNothing: 0,
    by: {
      rep: { anna: 1, ben: 3, cleo: 0 },
      team: { North: 1, South: 3 },
      region: { Tromsø: 0, Oslo: 3, '–': 1 },
      source: { web: 0, fair: 1, '–': 3 },
      month: { '2026-03-01': 4 },
    },
  },
  {
    kpi: 'deals_won',
    facts: deals,
    is: 3,
    was: 1,
    ofNothing: 0,
    by: {
      rep: { anna: 2, ben: 1, cleo: 0 },
      team: { North: 1, South: 2 }, // anna's second was won in South
      region: { Tromsø: 1, Oslo: 1, '–': 1 }, // its own, its owner's, none
      product: { Anvil: 2, Bell: 1, '–': 1 }, // one deal was both: counts overlap
      source: { web: 1, fair: 1, '–': 1 },
    },
  },
  {
    kpi: 'deals_lost',
    facts: deals,
    is: 2,
    was: 0,
    ofNothing: 0,
    by: { rep: { anna: 0, ben: 1, cleo: 1 }, team: { North: 0, South: 1, '–': 1 }, region: { Oslo: 1, Bergen: 1 } },
  },
  {
    kpi: 'win_rate', // 3 / 5
    facts: deals,
    is: 0.6,
    was: 1,
    ofNothing: null,
    by: {
      rep: { anna: 1, ben: 0.5, cleo: 0 },
      team: { North: 1, South: 2 / 3, '–': 0 },
      product: { Anvil: 1, Bell: 1, '–': 1 / 3 },
      competitor: { Globex: 0, '–': 1 },
    },
  },
  {
    kpi: 'win_odds', // 3 : 2; in February 1 : 0
    facts: deals,
    is: 1.5,
    was: null,
    ofNothing: null,
    by: { rep: { anna: null, ben: 1, cleo: 0 }, team: { North: null, South: 2, '–': 0 } },
  },
  {
    kpi: 'opportunity_conversion', // of 4 opened in March 2 were won; the one of February was won, too
    facts: deals,
    is: 0.5,
    was: 1,
    ofNothing: null,
    by: { rep: { anna: 1, ben: 1 / 3, cleo: null }, source: { web: null, fair: 1, '–': 1 / 3 } },
  },
  {
    kpi: 'avg_deal_size', // (1000 + 500) / 2: the one without an amount is neither above nor below
    facts: deals,
    is: '750.00',
    was: '300.00',
    ofNothing: null,
    leftOut: ['1 no_amount'],
    by: {
      rep: { anna: '750.00', ben: null, cleo: null },
      product: { Anvil: '550.00', Bell: '400.00', '–': null }, // (600 + 500) / 2
    },
  },
  {
    kpi: 'sales_cycle', // 40 days from the lead's first contact, 19 and 8 from opening: 67 / 3
    facts: deals,
    is: 67 / 3,
    median: 19,
    was: 30,
    ofNothing: null,
    by: { rep: { anna: 29.5, ben: 8, cleo: null }, product: { Anvil: 29.5, Bell: 40, '–': 8 } },
  },
  {
    kpi: 'proposals_sent',
    facts: proposals,
    is: 2,
    was: 1,
    ofNothing: 0,
    by: { rep: { anna: 1, ben: 1 } },
  },
  {
    kpi: 'proposal_success', // closed in March with a proposal: one won, one lost
    facts: proposals,
    is: 0.5,
    was: null,
    ofNothing: null,
    by: { rep: { anna: null, ben: 0.5 } },
  },
  {
    kpi: 'pipeline_value', // 600 + 200 + 100 + a lead's 80; at the end of February 1000 + 400
    facts: pipeline,
    is: '980.00',
    was: '1400.00',
    ofNothing: null,
    leftOut: ['1 no_amount'],
    by: {
      rep: { anna: '680.00', ben: '300.00' },
      team: { North: '680.00', '–': '300.00' },
      region: { Oslo: '200.00', '–': '780.00' },
      stage: { lead: '80.00', Talk: '200.00', Offer: '600.00', Maybe: '100.00' },
      // At the end of 1, 8, 15, 22, 29 and 31 March: what a state was then, not what happened.
      week: {
        '2026-03-01': '1680.00', // 1000 + 400 + 200 + 80
        '2026-03-02': '1680.00',
        '2026-03-09': '1880.00', // 600 for 400
        '2026-03-16': '1980.00', // + 100
        '2026-03-23': '980.00', // − 1000, won
        '2026-03-30': '980.00',
      },
    },
  },
  {
    kpi: 'weighted_pipeline', // 600 × 0.5 + 200 × 0.25; before (1000 + 400) × 0.25
    facts: pipeline,
    is: '350.00',
    was: '350.00',
    ofNothing: null,
    leftOut: ['1 no_amount', '1 no_probability'],
    by: { rep: { anna: '300.00', ben: '50.00' }, stage: { Talk: '50.00', Offer: '300.00', Maybe: '0.00' } },
  },
  {
    kpi: 'pipeline_coverage', // 980 / (2000 − 1000)
    facts: pipeline,
    is: 0.98,
    was: null,
    ofNothing: null,
    leftOut: ['1 no_amount'],
    by: { rep: { anna: 1.36, ben: 1 } }, // 680 / 500, 300 / (1300 − 1000)
  },
];
