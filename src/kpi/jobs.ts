import type { Job } from '../people/directory.ts';

/** What `/kpi me` shows, by job. KPIs of leads and customers join the lists as the catalogue grows. */
const kpisByJob: Record<Job, readonly string[]> = {
  sdr_outbound: ['outbound_activities', 'calls_made', 'call_answer_rate', 'meetings_held'],
  sdr_inbound: ['calls_made', 'call_answer_rate', 'meetings_held', 'customer_interactions'],
  bdm: [
    'new_opportunities',
    'pipeline_value',
    'avg_deal_size',
    'sales_cycle',
    'new_revenue',
    'proposal_success',
    'meetings_held',
    'customer_interactions',
  ],
  ae: [
    'revenue',
    'target_attainment',
    'deals_won',
    'win_rate',
    'avg_deal_size',
    'sales_cycle',
    'activities_logged',
    'meetings_held',
  ],
  manager: [
    'revenue',
    'target_attainment',
    'deals_won',
    'win_rate',
    'pipeline_value',
    'activities_logged',
    'meetings_held',
  ],
};

/** The KPIs of a job; of an unknown one those of an account executive. */
export const kpisOfJob = (job: Job | null): readonly string[] => kpisByJob[job ?? 'ae'];
