import { type Facts, won } from '../../support/facts.ts';
import type { Example } from './example.ts';

/** Kim and Lee work at Acme; who works at Bolt does not say. */
const asked: Facts = {
  workspace: { zone: 'Europe/Berlin' },
  regions: ['Oslo'],
  belongs: [
    { who: 'anna', team: 'North' },
    { who: 'ben', team: 'South' },
  ],
  customers: { Acme: { owner: 'anna', region: 'Oslo', segment: 'large' }, Bolt: { owner: 'ben' } },
  deals: [won('ben', '2026-01-10', 100, { customer: 'Acme' })],
  answers: [
    {
      instrument: 'nps',
      score: 2,
      customer: 'Acme',
      respondent: 'Kim',
      when: '2026-03-02T10:00',
      solved: '2026-03-02T12:00',
    },
    { instrument: 'nps', score: 9, customer: 'Acme', respondent: 'kim', when: '2026-03-20', product: 'Anvil' }, // Kim again
    { instrument: 'nps', score: 10, customer: 'Acme', respondent: 'Lee', when: '2026-03-05', product: 'Bell' },
    { instrument: 'nps', score: 8, customer: 'Bolt', when: '2026-03-06' },
    { instrument: 'nps', score: 6, when: '2026-03-07', solved: '2026-03-09' }, // nobody knows whose
    { instrument: 'nps', score: 0, when: '2026-03-08', about: 'ben' },
    { instrument: 'nps', score: 10, customer: 'Bolt', when: '2026-02-10' },
    { instrument: 'csat', score: 5, customer: 'Acme', when: '2026-03-03' },
    { instrument: 'csat', score: 4, customer: 'Acme', when: '2026-03-04' },
    { instrument: 'csat', score: 3, customer: 'Bolt', when: '2026-03-04' },
    { instrument: 'csat', score: 1, customer: 'Bolt', when: '2026-02-04' },
  ],
};

export const surveyExamples: Example[] = [
  {
    kpi: 'nps', // of five respondents Kim and Lee promote and two warn
    facts: asked,
    is: 0,
    was: 100,
    ofNothing: null,
    by: {
      rep: { anna: 100, ben: -50, '–': -100 },
      region: { Oslo: 100, '–': (-100 / 3) * 2 },
      segment: { large: 100, '–': (-100 / 3) * 2 },
      product: { Anvil: 100, Bell: 100, '–': -75 }, // about no product Kim said 2
      month: { '2026-03-01': 0 },
    },
  },
  {
    kpi: 'csat', // 5 and 4 of three
    facts: asked,
    is: 2 / 3,
    was: 0,
    ofNothing: null,
    by: { rep: { anna: 1, ben: 0 }, region: { Oslo: 1, '–': 0 } },
  },
  {
    kpi: 'detractor_follow_up', // 2 hours and 2 days
    facts: asked,
    is: (2 * 3600 + 2 * 86_400) / 2,
    was: null,
    median: (2 * 3600 + 2 * 86_400) / 2,
    ofNothing: null,
    leftOut: ['1 case_open'],
    by: { rep: { anna: 7200, ben: null, '–': 172_800 }, team: { North: 7200, South: null, '–': 172_800 } },
  },
  ...['employee_satisfaction', 'enps', 'pulse_participation'].map((kpi) => ({
    ...{ kpi, facts: asked, is: null, was: null, ofNothing: null },
    by: {}, // their numbers come from rounds that have been published
  })),
];
