/** What people call breakdowns, and what can be filtered by where we give the names ourselves. Only data. */

import { weekdayWords } from './period-words.ts';

/** What each dimension is called after "by". */
export const dimensionWords = {
  rep: ['rep', 'reps', 'person', 'people', 'member', 'owner', 'salesperson', 'seller'],
  team: ['team', 'teams'],
  region: ['region', 'regions', 'territory'],
  country: ['country', 'countries'],
  product: ['product', 'products'],
  product_type: ['product type', 'product types', 'product category'],
  customer: ['customer', 'customers', 'client', 'account'],
  segment: ['segment', 'segments', 'customer segment'],
  competitor: ['competitor', 'competitors'],
  source: ['source', 'sources', 'lead source'],
  campaign: ['campaign', 'campaigns'],
  origin: ['origin', 'origins', 'lead origin'],
  kind: ['kind', 'kinds', 'kind of sale'],
  stage: ['stage', 'stages'],
  type: ['type', 'types'],
  outcome: ['outcome', 'outcomes'],
  result: ['result', 'results'],
  place: ['place', 'places', 'location'],
  weekday: ['weekday', 'weekdays', 'day of week', 'day of the week'],
  hour: ['hour', 'hours', 'hour of day', 'time of day'],
  day: ['day', 'days', 'date'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  quarter: ['quarter', 'quarters'],
  year: ['year', 'years'],
} as const satisfies Record<string, readonly string[]>;

/** What a fact can be filtered by where we give the names ourselves, by key. The first of each is the one we write. */
export const valueWords = {
  type: {
    call: ['call', 'calls'],
    email: ['email', 'emails'],
    message: ['message', 'messages'],
    social: ['social'],
    meeting: ['meeting', 'meetings'],
    demo: ['demo', 'demos'],
    note: ['note', 'notes'],
  },
  outcome: {
    answered: ['answered'],
    unanswered: ['unanswered'],
    busy: ['busy'],
    voicemail: ['voicemail'],
    held: ['held'],
    no_show: ['no show', 'no-show'],
    cancelled: ['cancelled', 'canceled'],
  },
  result: {
    positive: ['positive'],
    neutral: ['neutral'],
    negative: ['negative'],
    sale: ['sale'],
    demo: ['demo', 'demo agreed'],
    next_step: ['next step'],
    none: ['no result', 'none'],
  },
  kind: {
    new: ['new'],
    upsell: ['upsell'],
    cross_sell: ['cross-sell'],
    renewal: ['renewal'],
    repeat: ['repeat'],
  },
  weekday: {
    1: weekdayWords[0],
    2: weekdayWords[1],
    3: weekdayWords[2],
    4: weekdayWords[3],
    5: weekdayWords[4],
    6: weekdayWords[5],
    7: weekdayWords[6],
  },
} as const;
