import type { Job } from '../people/directory.ts';

/** What `/kpi me` shows, by job. */
const kpisByJob: Record<Job, readonly string[]> = {
  sdr_outbound: ['leads_generated', 'qualified_leads', 'outbound_activities'],
  sdr_inbound: ['leads_generated', 'qualified_leads', 'lead_response_time'],
  bdm: [
    'new_opportunities',
    'leads_generated',
    'lead_conversion_rate',
    'pipeline_value',
    'avg_deal_size',
    'sales_cycle',
    'new_revenue',
    'retention_rate',
    'proposal_success',
    'meetings_held',
    'customer_interactions',
    'csat',
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
