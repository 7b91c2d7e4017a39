import { Prisma } from '../../db/generated/client.ts';
import type { Kpi } from '../definition.ts';
import { distinct, type Measure, measuresOn, medianOf, sumOf } from '../measure.ts';
import type { Dimension } from '../question.ts';
import { customersWithin } from './customers.ts';
import { dealsWon, revenueLeftOut, revenueWon } from './deals.ts';

const { sql } = Prisma;

const activities = measuresOn('activity');

const isOutboundCall = sql`f.type = 'call' AND f.direction = 'outbound'`;
const isMeeting = sql`f.type IN ('meeting', 'demo')`;

const logged = activities('activities', sql`f.day IS NOT NULL`);
const outbound = activities(
  'outbound',
  sql`f.direction = 'outbound' AND f.type IN ('call', 'email', 'message', 'social')`,
);
const calls = activities('calls', isOutboundCall);
const answered = activities('calls_answered', sql`${isOutboundCall} AND f.outcome = 'answered'`);
const unanswered = activities('calls_unanswered', sql`${isOutboundCall} AND f.outcome IN ('unanswered', 'busy')`);
const voicemails = activities('voicemails', sql`${isOutboundCall} AND f.outcome = 'voicemail'`);
const callsWithResult = activities(
  'calls_with_result',
  sql`${isOutboundCall} AND f.outcome = 'answered' AND f.result IS NOT NULL`,
);
const callsPositive = activities(
  'calls_positive',
  sql`${isOutboundCall} AND f.outcome = 'answered' AND f.result = 'positive'`,
);
const hasDuration = sql`f.type = 'call' AND f.outcome = 'answered' AND f.duration_seconds IS NOT NULL`;
const timedCalls = activities('timed_calls', hasDuration);
const callSeconds = activities('call_seconds', hasDuration, sumOf(sql`f.duration_seconds`, null));
const callSecondsMedian = activities('call_seconds_median', hasDuration, medianOf(sql`f.duration_seconds`));
const held = activities('held', sql`${isMeeting} AND f.outcome = 'held'`);
const heldOrMissed = activities('held_or_missed', sql`${isMeeting} AND f.outcome IN ('held', 'no_show')`);
const heldWithResult = activities(
  'held_with_result',
  sql`${isMeeting} AND f.outcome = 'held' AND f.result IN ('sale', 'demo', 'next_step')`,
);
const interactions = activities('interactions', sql`f.type <> 'note' AND f.concerns_someone`);
const engagedCustomers: Measure = {
  id: 'customers_engaged',
  fact: 'customer',
  rows: sql`f.active_within AND f.engaged`,
  takes: distinct(sql`f.customer_id`),
};

const time = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies Dimension[];
const people = ['rep', 'team', 'region'] as const satisfies Dimension[];
const callDimensions = [...people, 'weekday', 'hour', 'outcome', ...time] as const satisfies Dimension[];

/** Activity: what people did. */
export const activityKpis = [
  {
    id: 'activities_logged',
    family: 'activity',
    unit: 'count',
    better: 'up',
    dimensions: [...people, 'type', 'weekday', 'hour', ...time],
    formula: { kind: 'sum', of: logged },
  },
  {
    id: 'outbound_activities',
    family: 'activity',
    unit: 'count',
    better: 'up',
    dimensions: [...people, 'type', ...time],
    formula: { kind: 'sum', of: outbound },
  },
  {
    id: 'calls_made',
    family: 'activity',
    unit: 'count',
    better: 'up',
    dimensions: callDimensions,
    formula: { kind: 'sum', of: calls },
  },
  {
    id: 'calls_answered',
    family: 'activity',
    unit: 'count',
    better: 'up',
    dimensions: callDimensions,
    formula: { kind: 'sum', of: answered },
  },
  {
    id: 'calls_unanswered',
    family: 'activity',
    unit: 'count',
    better: 'neither',
    dimensions: callDimensions,
    formula: { kind: 'sum', of: unanswered },
  },
  {
    id: 'voicemails_left',
    family: 'activity',
    unit: 'count',
    better: 'neither',
    dimensions: callDimensions,
    formula: { kind: 'sum', of: voicemails },
  },
  {
    id: 'call_answer_rate',
    family: 'activity',
    unit: 'rate',
    better: 'up',
    dimensions: [...people, 'weekday', 'hour', ...time],
    formula: { kind: 'ratio', numerator: answered, denominator: calls },
  },
  {
    id: 'call_success_rate',
    family: 'activity',
    unit: 'rate',
    better: 'up',
    dimensions: [...people, 'weekday', 'hour', ...time],
    formula: { kind: 'ratio', numerator: callsPositive, denominator: callsWithResult },
  },
  {
    id: 'avg_call_duration',
    family: 'activity',
    unit: 'duration',
    better: 'neither',
    dimensions: [...people, ...time],
    formula: { kind: 'ratio', numerator: callSeconds, denominator: timedCalls, median: callSecondsMedian },
  },
  {
    id: 'meetings_held',
    family: 'activity',
    unit: 'count',
    better: 'up',
    dimensions: [...people, 'type', 'place', 'weekday', 'hour', 'result', ...time],
    formula: { kind: 'sum', of: held },
  },
  {
    id: 'meeting_show_rate',
    family: 'activity',
    unit: 'rate',
    better: 'up',
    dimensions: [...people, ...time],
    formula: { kind: 'ratio', numerator: held, denominator: heldOrMissed },
  },
  {
    id: 'meeting_success_rate',
    family: 'activity',
    unit: 'rate',
    better: 'up',
    dimensions: [...people, 'type', 'place', 'weekday', 'hour', ...time],
    formula: { kind: 'ratio', numerator: heldWithResult, denominator: held },
  },
  {
    id: 'customer_interactions',
    family: 'activity',
    unit: 'count',
    better: 'up',
    dimensions: [...people, 'type', ...time],
    formula: { kind: 'sum', of: interactions },
  },
  {
    id: 'customer_engagement',
    family: 'activity',
    unit: 'rate',
    better: 'up',
    dimensions: [...people, ...time],
    formula: { kind: 'ratio', numerator: engagedCustomers, denominator: customersWithin },
  },
  {
    id: 'activities_per_win',
    family: 'activity',
    unit: 'ratio',
    better: 'down',
    dimensions: [...people, ...time],
    formula: { kind: 'ratio', numerator: logged, denominator: dealsWon },
  },
  {
    id: 'revenue_per_activity',
    family: 'activity',
    unit: 'money',
    better: 'up',
    dimensions: [...people, ...time],
    formula: { kind: 'ratio', numerator: revenueWon, denominator: logged },
    leftOut: revenueLeftOut,
  },
] as const satisfies readonly Kpi[];
