import { Prisma } from '../../db/generated/client.ts';
import type { Kpi, LeftOutMeasure } from '../definition.ts';
import {
  count,
  currencies,
  type DealEvent,
  type Join,
  type Measure,
  measuresOn,
  medianOf,
  sumOf,
  type Taking,
} from '../measure.ts';
import type { Dimension } from '../question.ts';

const { sql } = Prisma;

const deals = (
  id: string,
  event: DealEvent,
  rows: Prisma.Sql,
  takes: Taking = count,
  joins: readonly Join[] = [],
): Measure => measuresOn('deal', { events: [event] })(id, rows, takes, joins);

const isWon = sql`f.event = 'closed' AND f.status = 'won'`;
const isLost = sql`f.event = 'closed' AND f.status = 'lost'`;
const hasValue = sql`f.amount IS NOT NULL AND rate.rate IS NOT NULL`;

export const dealsWon = deals('deals_won', 'closed', isWon);
const dealsLost = deals('deals_lost', 'closed', isLost);
const dealsClosed = deals('deals_closed', 'closed', sql`f.event = 'closed'`);

/** Amounts of deals won, each at the rate of the day it was won. */
export const revenueWon: Measure = {
  ...deals('revenue', 'closed', isWon, sumOf(sql`f.amount * rate.rate`), ['rate']),
  money: true,
};
const dealsWonWithValue = deals('deals_won_with_value', 'closed', sql`${isWon} AND ${hasValue}`, count, ['rate']);

/** What revenue leaves out: deals won without an amount, or in a currency without a rate. */
export const revenueLeftOut: LeftOutMeasure[] = [
  { reason: 'no_amount', measure: deals('won_no_amount', 'closed', sql`${isWon} AND f.amount IS NULL`) },
  {
    reason: 'no_rate',
    measure: deals('won_no_rate', 'closed', sql`${isWon} AND f.amount IS NOT NULL AND rate.rate IS NULL`, currencies, [
      'rate',
    ]),
  },
];

const hasStart = sql`${isWon} AND start.day IS NOT NULL`;
// Exact between two instants; in whole days where either is known by its date alone.
const cycleDays = sql`CASE WHEN f.at IS NOT NULL AND start.at IS NOT NULL
  THEN (extract(epoch FROM f.at - start.at) / 86400)::numeric ELSE (f.day - start.day)::numeric END`;
const cycles = deals('cycles', 'closed', hasStart, count, ['start']);
const cycleSum = deals('cycle_days', 'closed', hasStart, sumOf(cycleDays, null), ['start']);
const cycleMedian = deals('cycle_median', 'closed', hasStart, medianOf(cycleDays), ['start']);
const noStart = deals('won_no_start', 'closed', sql`${isWon} AND start.day IS NULL`, count, ['start']);

const opened = deals('opened', 'opened', sql`f.event = 'opened'`);
// "So far" means by `s.seen_at`, which is earlier for an earlier cohort: both are compared at equal age.
const openedWon = deals(
  'opened_won',
  'opened',
  sql`f.event = 'opened' AND f.status = 'won' AND coalesce(f.closed_at < s.seen_at, f.closed_on <= s.seen_on)`,
);
const proposals = deals('proposals', 'proposal', sql`f.event = 'proposal'`);
const proposalsClosed = deals('proposals_closed', 'closed', sql`f.event = 'closed' AND f.proposal_on IS NOT NULL`);
const proposalsWon = deals('proposals_won', 'closed', sql`${isWon} AND f.proposal_on IS NOT NULL`);

const state = measuresOn('state');
const pipeline: Measure = {
  ...state('pipeline', sql`f.day IS NOT NULL`, sumOf(sql`f.amount * rate.rate`), ['rate']),
  money: true,
};
// An amount without a currency is unknown.
const isUnknown = sql`(f.amount IS NULL OR f.currency IS NULL)`;
const pipelineLeftOut: LeftOutMeasure[] = [
  { reason: 'no_amount', measure: state('pipeline_no_amount', isUnknown, count) },
  {
    reason: 'no_rate',
    measure: state('pipeline_no_rate', sql`NOT ${isUnknown} AND rate.rate IS NULL`, currencies, ['rate']),
  },
];
const weighted: Measure = {
  ...state('weighted', sql`f.is_deal`, sumOf(sql`f.amount * rate.rate * stage.probability`), ['rate', 'stage']),
  money: true,
};
const weightedLeftOut: LeftOutMeasure[] = [
  { reason: 'no_amount', measure: state('weighted_no_amount', sql`f.is_deal AND f.amount IS NULL`, count) },
  {
    reason: 'no_rate',
    measure: state('weighted_no_rate', sql`f.is_deal AND f.amount IS NOT NULL AND rate.rate IS NULL`, currencies, [
      'rate',
    ]),
  },
  {
    reason: 'no_probability',
    measure: state('weighted_no_probability', sql`f.is_deal AND ${hasValue} AND stage.probability IS NULL`, count, [
      'rate',
      'stage',
    ]),
  },
];

const time = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies Dimension[];
const people = ['rep', 'team', 'region'] as const satisfies Dimension[];
const closedBy = [...people, 'product', 'source', ...time] as const satisfies Dimension[];

/** Deals: what was opened, proposed, won and lost, and what is in the pipeline. */
export const dealKpis = [
  {
    id: 'new_opportunities',
    family: 'deals',
    unit: 'count',
    better: 'up',
    dimensions: [...people, 'source', ...time],
    formula: { kind: 'sum', of: opened },
  },
  {
    id: 'deals_won',
    family: 'deals',
    unit: 'count',
    better: 'up',
    dimensions: closedBy,
    formula: { kind: 'sum', of: dealsWon },
  },
  {
    id: 'deals_lost',
    family: 'deals',
    unit: 'count',
    better: 'down',
    dimensions: closedBy,
    formula: { kind: 'sum', of: dealsLost },
  },
  {
    id: 'win_rate',
    family: 'deals',
    unit: 'rate',
    better: 'up',
    dimensions: [...people, 'product', 'competitor', ...time],
    formula: { kind: 'ratio', numerator: dealsWon, denominator: dealsClosed },
  },
  {
    id: 'win_odds',
    family: 'deals',
    unit: 'odds',
    better: 'up',
    dimensions: ['rep', 'team', ...time],
    formula: { kind: 'odds', won: dealsWon, lost: dealsLost },
  },
  {
    id: 'opportunity_conversion',
    family: 'deals',
    unit: 'rate',
    better: 'up',
    dimensions: ['rep', 'team', 'source', ...time],
    formula: { kind: 'ratio', numerator: openedWon, denominator: opened },
  },
  {
    id: 'avg_deal_size',
    family: 'deals',
    unit: 'money',
    better: 'up',
    dimensions: [...people, 'product', ...time],
    formula: { kind: 'ratio', numerator: revenueWon, denominator: dealsWonWithValue },
    leftOut: revenueLeftOut,
  },
  {
    id: 'sales_cycle',
    family: 'deals',
    unit: 'days',
    better: 'down',
    dimensions: [...people, 'product', ...time],
    formula: { kind: 'ratio', numerator: cycleSum, denominator: cycles, median: cycleMedian },
    leftOut: [{ reason: 'no_start', measure: noStart }],
  },
  {
    id: 'proposals_sent',
    family: 'deals',
    unit: 'count',
    better: 'up',
    dimensions: ['rep', 'team', ...time],
    formula: { kind: 'sum', of: proposals },
  },
  {
    id: 'proposal_success',
    family: 'deals',
    unit: 'rate',
    better: 'up',
    dimensions: ['rep', 'team', ...time],
    formula: { kind: 'ratio', numerator: proposalsWon, denominator: proposalsClosed },
  },
  {
    id: 'pipeline_value',
    family: 'deals',
    unit: 'money',
    better: 'up',
    dimensions: [...people, 'stage', ...time],
    formula: { kind: 'sum', of: pipeline },
    leftOut: pipelineLeftOut,
  },
  {
    id: 'weighted_pipeline',
    family: 'deals',
    unit: 'money',
    better: 'up',
    dimensions: ['rep', 'team', 'stage', ...time],
    formula: { kind: 'sum', of: weighted },
    leftOut: weightedLeftOut,
  },
  {
    id: 'pipeline_coverage',
    family: 'deals',
    unit: 'ratio',
    better: 'up',
    dimensions: ['rep', 'team'],
    formula: { kind: 'coverage', of: pipeline, goal: 'revenue' },
    leftOut: pipelineLeftOut,
  },
] as const satisfies readonly Kpi[];
