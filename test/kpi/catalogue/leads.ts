import { type Facts, open, won } from '../../support/facts.ts';
import type { Example } from './example.ts';

const workspace = { zone: 'Europe/Berlin' };

/** Five leads of March and one of February, which is looked back at 28 days before now: at noon on 18 May. */
const leads: Facts = {
  workspace,
  belongs: [
    { who: 'anna', team: 'North', region: 'Oslo' },
    { who: 'ben', team: 'South' },
  ],
  leads: {
    // Qualified by ben, to whom it was handed over. Met after ten minutes.
    Lena: {
      owner: 'ben',
      createdBy: 'anna',
      created: '2026-03-02T09:00',
      contacted: '2026-03-02T09:10',
      replied: '2026-03-02T10:10',
      qualified: '2026-03-10',
      converted: '2026-04-20',
      channel: 'inbound',
      origin: 'marketing',
      campaign: 'spring',
      source: 'web',
      score: 80,
      states: [
        { from: '2026-03-02', to: '2026-03-05', owner: 'anna', score: 80 },
        { from: '2026-03-05', to: '2026-04-20', score: 65 },
        { from: '2026-04-20', status: 'converted' },
      ],
    },
    // Known to have been met, by its date, two days later.
    Luis: {
      owner: 'anna',
      created: '2026-03-10T15:00',
      contacted: '2026-03-12',
      channel: 'inbound',
      origin: 'marketing',
      source: 'web',
      region: 'Tromsø',
      score: 40,
      states: [{ from: '2026-03-10', score: 90 }],
    },
    // Called before anybody wrote it down: no wait at all.
    Lou: {
      owner: 'ben',
      created: '2026-03-15T12:00',
      contacted: '2026-03-15T11:00',
      replied: '2026-03-18T11:00',
      channel: 'inbound',
      origin: 'sales',
      source: 'fair',
      states: [{ from: '2026-03-15', score: 70 }],
    },
    // Found by ben himself.
    Liv: {
      owner: 'ben',
      created: '2026-03-20',
      qualified: '2026-03-25',
      channel: 'outbound',
      origin: 'sales',
      source: 'fair',
      score: 60,
      states: [{ from: '2026-03-20' }], // without a score it is not worth the focus
    },
    // Still waiting; unlike Lex, who was turned down.
    Lev: { owner: 'anna', created: '2026-03-31T23:30', channel: 'inbound', source: 'web', score: 20 },
    Lex: { owner: 'anna', created: '2026-02-03', disqualified: '2026-02-05', channel: 'inbound' },
    // Qualified in time to be compared, and a customer too late for that.
    Lux: {
      owner: 'anna',
      created: '2026-02-10T10:00',
      contacted: '2026-02-10T10:05',
      replied: '2026-02-10T10:06',
      qualified: '2026-05-18T11:59',
      converted: '2026-05-18T12:01',
      channel: 'inbound',
      source: 'web',
      score: 50,
      states: [{ from: '2026-02-10', to: '2026-03-01', score: 75 }],
    },
  },
  deals: [
    open('ben', { lead: 'Lena', opened: '2026-03-12' }),
    open('ben', { lead: 'Liv' }), // nobody knows since when
    open('anna', { lead: 'Lux', opened: '2026-05-19' }),
    won('ben', '2026-03-22', 100, { customer: 'Acme', lead: 'Lou' }),
  ],
};

/** Three new customers for five leads. */
const acquisition: Facts = {
  workspace,
  regions: ['Oslo'],
  belongs: [{ who: 'anna', team: 'North', region: 'Oslo' }],
  leads: {
    Lena: { owner: 'anna', created: '2026-03-01', source: 'web', customer: 'Bolt' },
    Luis: { owner: 'anna', created: '2026-03-02', source: 'web' },
    Lou: { owner: 'ben', created: '2026-03-03', source: 'fair' },
    Liv: { owner: 'ben', created: '2026-03-04' },
    Lev: { owner: 'ben', created: '2026-03-05' },
    Lex: { owner: 'ben', created: '2026-02-05' },
  },
  customers: { Coop: { since: '2025-01-01' }, Dune: { since: '2026-03-09', owner: 'anna', country: 'Oslo' } },
  deals: [
    won('anna', '2026-03-05', 100, { customer: 'Acme', lead: 'Lou' }),
    won('anna', '2026-03-25', 100, { customer: 'Acme' }), // a customer is new once
    won('ben', '2026-03-10', 100, { customer: 'Bolt' }), // it was Lena
    won('ben', '2026-03-11', 100, { customer: 'Coop' }), // since last year
  ],
};

export const leadExamples: Example[] = [
  {
    kpi: 'leads_generated',
    facts: leads,
    is: 5,
    was: 2,
    ofNothing: 0,
    by: {
      rep: { anna: 3, ben: 2 },
      team: { North: 3, South: 2 },
      region: { Oslo: 2, Tromsø: 1, '–': 2 }, // its own, its owner's, none
      source: { '–': 0, web: 3, fair: 2 },
      campaign: { spring: 1, '–': 4 },
      origin: { marketing: 2, sales: 2, '–': 1 },
      month: { '2026-03-01': 5 },
    },
  },
  {
    kpi: 'qualified_leads',
    facts: leads,
    is: 2,
    was: 0,
    ofNothing: 0,
    by: { rep: { anna: 0, ben: 2 }, source: { web: 1, fair: 1 }, origin: { marketing: 1, sales: 1 } },
  },
  {
    kpi: 'lead_qualification_rate', // Lena and Liv of 5; Lux of 2
    facts: leads,
    is: 0.4,
    was: 0.5,
    ofNothing: null,
    by: { rep: { anna: 1 / 3, ben: 0.5 }, campaign: { spring: 1, '–': 0.25 } },
  },
  {
    kpi: 'lead_to_opportunity', // Lena, Liv and Lou of 5; the deal of Lux was opened a day too late
    facts: leads,
    is: 0.6,
    was: 0,
    ofNothing: null,
    by: { rep: { anna: 1 / 3, ben: 1 }, source: { web: 1 / 3, fair: 1 } },
  },
  {
    kpi: 'lead_response_time', // (600 + 2 days + 0) / 3
    facts: leads,
    is: (600 + 2 * 86_400) / 3,
    was: 300,
    median: 600,
    ofNothing: null,
    leftOut: ['1 waiting'],
    by: { rep: { anna: (600 + 2 * 86_400) / 2, ben: 0 }, source: { web: (600 + 2 * 86_400) / 2, fair: 0 } },
  },
  {
    kpi: 'lead_reply_time', // 1 hour and 3 days
    facts: leads,
    is: (3600 + 3 * 86_400) / 2,
    was: 60,
    median: (3600 + 3 * 86_400) / 2,
    ofNothing: null,
    by: { rep: { anna: 3600, ben: 3 * 86_400 }, source: { web: 3600, fair: 3 * 86_400 } },
  },
  {
    kpi: 'lead_conversion_rate',
    facts: leads,
    is: 0.2,
    was: 0,
    ofNothing: null,
    by: { rep: { anna: 1 / 3, ben: 0 }, origin: { marketing: 0.5, sales: 0, '–': 0 } },
  },
  {
    kpi: 'customer_acquisition_rate', // Acme, Bolt and Dune / 5
    facts: acquisition,
    is: 0.6,
    was: 0,
    ofNothing: null,
    by: {
      rep: { anna: 1, ben: 1 / 3 },
      source: { fair: 1, web: 0.5, '–': 0.5 },
      region: { Oslo: 0.5, '–': 2 / 3 },
    },
  },
  {
    kpi: 'avg_lead_score', // (80 + 40 + 60 + 20) / 4
    facts: leads,
    is: 50,
    was: 50,
    ofNothing: null,
    leftOut: ['1 no_score'],
    by: { rep: { anna: 140 / 3, ben: 60 }, source: { web: 140 / 3, fair: 60 } },
  },
  {
    kpi: 'hot_lead_share', // Luis and Lou of the four that stand open on 31 March
    facts: leads,
    is: 0.5,
    was: 1,
    ofNothing: null,
    by: { rep: { anna: 1, ben: 1 / 3 }, team: { North: 1, South: 1 / 3 }, source: { web: 0.5, fair: 0.5 } },
  },
];
