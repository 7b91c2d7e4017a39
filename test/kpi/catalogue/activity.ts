import { activity, call, type Facts, meeting, won } from '../../support/facts.ts';
import type { Example } from './example.ts';

const workspace = { zone: 'Europe/Berlin' };

/** 2 March 2026 is a Monday. Anna moves from North to South on the 10th. */
const calls: Facts = {
  workspace,
  belongs: [
    { who: 'anna', team: 'North', to: '2026-03-10' },
    { who: 'anna', team: 'South', from: '2026-03-10' },
    { who: 'ben', team: 'South', region: 'Oslo' },
  ],
  activities: [
    call('anna', '2026-03-02T09:10', { result: 'positive', seconds: 120 }),
    call('anna', '2026-03-02T09:50', { outcome: 'unanswered' }),
    call('anna', '2026-03-10T14:00', { result: 'neutral', seconds: 60 }),
    call('ben', '2026-03-03T09:30', { outcome: 'busy' }),
    call('ben', '2026-03-03', { outcome: 'voicemail' }),
    call('ben', '2026-03-04T16:00', { result: 'positive', seconds: 300, region: 'Bergen' }),
    call('ben', '2026-03-05T16:30', { direction: 'inbound', seconds: 180 }),
    activity('ben', 'email', '2026-03-06T08:00', { direction: 'outbound' }),
    activity('anna', 'social', '2026-03-06T08:30', { direction: 'outbound' }),
    activity('ben', 'message', '2026-03-06', { direction: 'inbound' }),
    activity('anna', 'note', '2026-03-06T10:00'),
    meeting('ben', '2026-03-09T11:00'),
    call('anna', '2026-02-10T10:00', { result: 'negative', seconds: 30 }),
  ],
};

const meetings: Facts = {
  workspace,
  activities: [
    meeting('anna', '2026-03-02T10:00', { result: 'sale', place: 'office' }),
    meeting('anna', '2026-03-03T10:30', { type: 'demo', result: 'none', place: 'online' }),
    meeting('ben', '2026-03-03T15:00', { outcome: 'no_show', place: 'office' }),
    meeting('ben', '2026-03-04', { result: 'next_step', place: 'online' }),
    meeting('ben', '2026-03-05T15:00', { type: 'demo', outcome: 'cancelled' }),
    meeting('anna', '2026-02-03T10:00'),
  ],
};

const concerning: Facts = {
  workspace,
  leads: { Lena: {} },
  deals: [{ owner: 'ben', status: 'open' }],
  activities: [
    call('anna', '2026-03-02', { customer: 'Acme' }),
    activity('anna', 'email', '2026-03-03', { lead: 'Lena' }),
    meeting('ben', '2026-03-04', { deal: 0 }),
    activity('ben', 'note', '2026-03-05', { customer: 'Acme' }), // a note is no interaction
    call('ben', '2026-03-06'), // concerns nobody
    call('anna', '2026-02-02', { customer: 'Acme' }),
  ],
};

/** Active in March: Acme, Bolt (from the 20th), Coop (until the 10th). Dana's twelve months ended on 15 February. */
const customers: Facts = {
  workspace,
  regions: ['Norway'],
  belongs: [{ who: 'ben', team: 'South' }],
  customers: {
    Acme: { owner: 'anna', since: '2025-06-01', region: 'Bergen', country: 'Norway' },
    Bolt: { owner: 'ben', since: '2026-03-20', country: 'Norway' },
    Coop: { churned: '2026-03-10', country: 'Spain' },
  },
  deals: [won('ben', '2025-01-01', 1, { customer: 'Coop' }), won('anna', '2025-02-15', 1, { customer: 'Dana' })],
  activities: [
    activity('anna', 'email', '2026-03-05', { direction: 'inbound', customer: 'Acme' }),
    meeting('anna', '2026-03-06', { deal: 0 }), // with Coop, through its deal
    call('ben', '2026-03-25', { outcome: 'unanswered', customer: 'Bolt' }), // nobody answered
    activity('ben', 'email', '2026-03-26', { direction: 'outbound', customer: 'Bolt' }), // one way
    call('ben', '2026-02-03', { customer: 'Dana' }),
  ],
};

const perWin: Facts = {
  workspace,
  activities: [
    ...[1, 2, 3].map((day) => call('anna', `2026-03-0${day}`)),
    call('ben', '2026-03-01'),
    call('ben', '2026-03-02'),
    call('anna', '2026-02-02'),
  ],
  deals: [won('anna', '2026-03-05', 1000), won('anna', '2026-02-05', 300), won('ben', '2026-02-06', 100)],
};

export const activityExamples: Example[] = [
  {
    kpi: 'activities_logged', // 7 calls + email, social, message, note, meeting
    facts: calls,
    is: 12,
    was: 1,
    ofNothing: 0,
    by: {
      rep: { anna: 5, ben: 7 },
      team: { North: 4, South: 8 }, // anna's call of the 10th is South's
      type: { call: 7, email: 1, social: 1, message: 1, note: 1, meeting: 1 },
      weekday: { 1: 3, 2: 3, 3: 1, 4: 1, 5: 4 },
      hour: { 8: 2, 9: 3, 10: 1, 11: 1, 14: 1, 16: 2 }, // 10 of 12: two came without a time
      region: { Bergen: 1, Oslo: 6, '–': 5 }, // ben's seven are Oslo's but the one that says Bergen
    },
  },
  {
    kpi: 'outbound_activities', // 6 outbound calls + email + social
    facts: calls,
    is: 8,
    was: 1,
    ofNothing: 0,
    by: { rep: { anna: 4, ben: 4 }, type: { call: 6, email: 1, social: 1 } },
  },
  {
    kpi: 'calls_made',
    facts: calls,
    is: 6,
    was: 1,
    ofNothing: 0,
    by: {
      rep: { anna: 3, ben: 3 },
      team: { North: 2, South: 4 },
      outcome: { answered: 3, unanswered: 1, busy: 1, voicemail: 1 },
      weekday: { 1: 2, 2: 3, 3: 1 },
      hour: { 10: 0, 9: 3, 14: 1, 16: 1 }, // the voicemail came without a time
      day: Object.fromEntries(
        Array.from({ length: 31 }, (_, index) => index + 1).map((day) => [
          `2026-03-${String(day).padStart(2, '0')}`,
          { 2: 2, 3: 2, 4: 1, 10: 1 }[day] ?? 0,
        ]),
      ),
      week: { '2026-03-01': 0, '2026-03-02': 5, '2026-03-09': 1, '2026-03-16': 0, '2026-03-23': 0, '2026-03-30': 0 },
    },
  },
  {
    kpi: 'calls_answered', // the inbound one was not made by us
    facts: calls,
    is: 3,
    was: 1,
    ofNothing: 0,
    by: { rep: { anna: 2, ben: 1 }, weekday: { 1: 1, 2: 1, 3: 1 }, hour: { 10: 0, 9: 1, 14: 1, 16: 1 } },
  },
  {
    kpi: 'calls_unanswered', // 1 unanswered + 1 busy
    facts: calls,
    is: 2,
    was: 0,
    ofNothing: 0,
    by: { rep: { anna: 1, ben: 1 }, outcome: { unanswered: 1, busy: 1 } },
  },
  {
    kpi: 'voicemails_left',
    facts: calls,
    is: 1,
    was: 0,
    ofNothing: 0,
    by: { rep: { anna: 0, ben: 1 }, hour: {} },
  },
  {
    kpi: 'call_answer_rate', // 3 / 6
    facts: calls,
    is: 0.5,
    was: 1,
    ofNothing: null,
    by: {
      rep: { anna: 2 / 3, ben: 1 / 3 },
      team: { North: 1 / 2, South: 2 / 4 },
      hour: { 10: null, 9: 1 / 3, 14: 1, 16: 1 },
    },
  },
  {
    kpi: 'call_success_rate', // 2 positive of 3 with a result
    facts: calls,
    is: 2 / 3,
    was: 0,
    ofNothing: null,
    by: { rep: { anna: 1 / 2, ben: 1 }, weekday: { 1: 1, 2: 0, 3: 1 } },
  },
  {
    kpi: 'avg_call_duration', // (120 + 60 + 300 + 180) / 4, the inbound one too; the middle of 60 120 180 300
    facts: calls,
    is: 165,
    median: 150,
    was: 30,
    ofNothing: null,
    by: { rep: { anna: 90, ben: 240 }, team: { North: 120, South: 180 } },
  },
  {
    kpi: 'meetings_held',
    facts: meetings,
    is: 3,
    was: 1,
    ofNothing: 0,
    by: {
      rep: { anna: 2, ben: 1 },
      type: { meeting: 2, demo: 1 },
      place: { '–': 0, office: 1, online: 2 },
      result: { '–': 0, sale: 1, none: 1, next_step: 1 },
      weekday: { 1: 1, 2: 1, 3: 1 },
      hour: { 10: 2 },
    },
  },
  {
    kpi: 'meeting_show_rate', // 3 held / (3 + 1 no-show); a cancelled one is neither
    facts: meetings,
    is: 0.75,
    was: 1,
    ofNothing: null,
    by: { rep: { anna: 1, ben: 0.5 } },
  },
  {
    kpi: 'meeting_success_rate', // sale and next step of 3 held
    facts: meetings,
    is: 2 / 3,
    was: 0,
    ofNothing: null,
    by: {
      rep: { anna: 0.5, ben: 1 },
      type: { meeting: 1, demo: 0 },
      place: { office: 1, online: 0.5 },
      hour: { 10: 0.5 },
    },
  },
  {
    kpi: 'customer_interactions',
    facts: concerning,
    is: 3,
    was: 1,
    ofNothing: 0,
    by: { rep: { anna: 2, ben: 1 }, type: { call: 1, email: 1, meeting: 1 } },
  },
  {
    kpi: 'customer_engagement', // Acme and Coop of three; in February Dana of Acme, Coop and Dana
    facts: customers,
    is: 2 / 3,
    was: 1 / 3,
    ofNothing: null,
    by: {
      rep: { anna: 1, ben: 1 / 2 }, // Coop is ben's, who won its last deal
      team: { South: 1 / 2, '–': 1 },
      region: { Bergen: 1, Norway: 0, '–': 1 }, // its own, else the one called like its country
    },
  },
  {
    kpi: 'activities_per_win', // 5 / 1, before 1 / 2
    facts: perWin,
    is: 5,
    was: 0.5,
    ofNothing: null,
    by: { rep: { anna: 3, ben: null } },
  },
  {
    kpi: 'revenue_per_activity', // 1000 / 5, before 400 / 1
    facts: perWin,
    is: '200.00',
    was: '400.00',
    ofNothing: null,
    by: { rep: { anna: '333.33', ben: '0.00' } },
  },
];
