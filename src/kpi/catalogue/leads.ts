import { Prisma } from '../../db/generated/client.ts';
import type { Kpi } from '../definition.ts';
import {
  count,
  type Join,
  type LeadEvent,
  type Measure,
  measuresOn,
  medianOf,
  sumOf,
  type Taking,
} from '../measure.ts';
import type { Dimension } from '../question.ts';
import { newCustomers } from './customers.ts';

const { sql } = Prisma;

const leads = (
  id: string,
  event: LeadEvent,
  condition: Prisma.Sql = sql`true`,
  takes: Taking = count,
  joins: readonly Join[] = [],
): Measure => measuresOn('lead', { events: [event] })(id, sql`f.event = ${event} AND ${condition}`, takes, joins);

// "So far" means by `s.seen_at`, which is earlier for an earlier cohort: both are compared at equal age.
const isContacted = sql`coalesce(f.first_contacted_at < s.seen_at, f.first_contacted_on <= s.seen_on, false)`;
const isReplied = sql`coalesce(f.first_replied_at < s.seen_at, f.first_replied_on <= s.seen_on, false)`;
const isQualified = sql`coalesce(f.qualified_at < s.seen_at, f.qualified_on <= s.seen_on, false)`;
const isConverted = sql`coalesce(f.converted_at < s.seen_at, f.converted_on <= s.seen_on, false)`;
const isDisqualified = sql`coalesce(f.disqualified_at < s.seen_at, f.disqualified_on <= s.seen_on, false)`;

const created = leads('leads_created', 'created');
const qualified = leads('leads_qualified', 'qualified');
const createdQualified = leads('created_qualified', 'created', isQualified);
const createdConverted = leads('created_converted', 'created', isConverted);
const createdWithDeal = leads('created_with_deal', 'created', sql`opportunity.there`, count, ['opportunity']);

/**
 * Seconds from one event of a lead to another: exact between two instants, in whole days where either is known by its
 * date alone, and nothing where the second came first.
 */
function durations(
  id: string,
  event: LeadEvent,
  condition: Prisma.Sql,
  from: [Prisma.Sql, Prisma.Sql],
  to: [Prisma.Sql, Prisma.Sql],
) {
  const seconds = sql`greatest(0, CASE WHEN ${from[0]} IS NOT NULL AND ${to[0]} IS NOT NULL
    THEN extract(epoch FROM ${to[0]} - ${from[0]})::numeric ELSE (${to[1]} - ${from[1]})::numeric * 86400 END)`;
  return {
    numerator: leads(`${id}_seconds`, event, condition, sumOf(seconds, null)),
    denominator: leads(`${id}_counted`, event, condition),
    median: leads(`${id}_median`, event, condition, medianOf(seconds)),
  };
}

const isInbound = sql`f.channel = 'inbound'`;
const response = durations(
  'response',
  'created',
  sql`${isInbound} AND ${isContacted}`,
  [sql`f.created_at`, sql`f.created_on`],
  [sql`f.first_contacted_at`, sql`f.first_contacted_on`],
);
const reply = durations(
  'reply',
  'contacted',
  isReplied,
  [sql`f.first_contacted_at`, sql`f.first_contacted_on`],
  [sql`f.first_replied_at`, sql`f.first_replied_on`],
);
// Leads that were disqualified or converted without contact are not waiting for one.
const waiting = leads(
  'leads_waiting',
  'created',
  sql`${isInbound} AND NOT ${isContacted} AND NOT ${isDisqualified} AND NOT ${isConverted}`,
);

const isScored = sql`f.score IS NOT NULL`;
const scores = leads('lead_scores', 'created', isScored, sumOf(sql`f.score`, null));
const scored = leads('leads_scored', 'created', isScored);
const unscored = leads('leads_unscored', 'created', sql`f.score IS NULL`);

const leadsThen = measuresOn('lead_state');
const openLeads = leadsThen('leads_open', sql`f.day IS NOT NULL`);
const hotLeads = leadsThen('leads_hot', sql`f.is_hot`);

const time = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies Dimension[];
const repTeamSource = ['rep', 'team', 'source', ...time] as const satisfies Dimension[];
const everyWay = ['rep', 'team', 'source', 'campaign', 'origin', 'region', ...time] as const satisfies Dimension[];

/** Leads: who came in, how fast they were met, and what became of them. */
export const leadKpis = [
  {
    id: 'leads_generated',
    family: 'leads',
    unit: 'count',
    better: 'up',
    dimensions: everyWay,
    formula: { kind: 'sum', of: created },
  },
  {
    id: 'qualified_leads',
    family: 'leads',
    unit: 'count',
    better: 'up',
    dimensions: everyWay,
    formula: { kind: 'sum', of: qualified },
  },
  {
    id: 'lead_qualification_rate',
    family: 'leads',
    unit: 'rate',
    better: 'up',
    dimensions: everyWay,
    formula: { kind: 'ratio', numerator: createdQualified, denominator: created },
  },
  {
    id: 'lead_to_opportunity',
    family: 'leads',
    unit: 'rate',
    better: 'up',
    dimensions: everyWay,
    formula: { kind: 'ratio', numerator: createdWithDeal, denominator: created },
  },
  {
    id: 'lead_response_time',
    family: 'leads',
    unit: 'duration',
    better: 'down',
    dimensions: repTeamSource,
    formula: { kind: 'ratio', ...response },
    leftOut: [{ reason: 'waiting', measure: waiting }],
  },
  {
    id: 'lead_reply_time',
    family: 'leads',
    unit: 'duration',
    better: 'down',
    dimensions: repTeamSource,
    formula: { kind: 'ratio', ...reply },
  },
  {
    id: 'lead_conversion_rate',
    family: 'leads',
    unit: 'rate',
    better: 'up',
    dimensions: everyWay,
    formula: { kind: 'ratio', numerator: createdConverted, denominator: created },
  },
  {
    id: 'customer_acquisition_rate',
    family: 'leads',
    unit: 'rate',
    better: 'up',
    dimensions: ['rep', 'team', 'source', 'region', ...time],
    formula: { kind: 'ratio', numerator: newCustomers, denominator: created },
  },
  {
    id: 'avg_lead_score',
    family: 'leads',
    unit: 'score',
    better: 'neither',
    dimensions: repTeamSource,
    formula: { kind: 'ratio', numerator: scores, denominator: scored },
    leftOut: [{ reason: 'no_score', measure: unscored }],
  },
  {
    id: 'hot_lead_share',
    family: 'leads',
    unit: 'rate',
    better: 'neither',
    dimensions: repTeamSource,
    formula: { kind: 'ratio', numerator: hotLeads, denominator: openLeads },
  },
] as const satisfies readonly Kpi[];
