/**
 * What people call numbers. Only data: another language is another file like this one.
 * Case, accents, hyphens and underscores do not matter: "Win-Rate" and win_rate are the words "win rate".
 */

/** What each KPI is called, its title first. A word belongs to one KPI only; ids are understood without being listed. */
export const kpiWords = {
  activities_logged: ['activities logged', 'activities', 'activity', 'logged activities'],
  outbound_activities: ['outbound activities', 'outbound', 'outreach'],
  calls_made: ['calls made', 'calls', 'call', 'made calls', 'outbound calls', 'dials'],
  calls_answered: ['calls answered', 'answered calls', 'answered'],
  calls_unanswered: ['calls unanswered', 'unanswered calls', 'unanswered', 'missed calls'],
  voicemails_left: ['voicemails left', 'voicemails', 'voicemail'],
  call_answer_rate: ['answer rate', 'pickup rate', 'connect rate'],
  call_success_rate: ['call success', 'successful calls'],
  avg_call_duration: [
    'average call',
    'average calls',
    'call duration',
    'average call duration',
    'call length',
    'average call length',
  ],
  meetings_held: ['meetings held', 'meetings', 'meeting', 'held meetings'],
  meeting_show_rate: ['show rate', 'show up rate', 'no show', 'no shows'],
  meeting_success_rate: ['meetings with a result', 'meeting success', 'meetings with result'],
  customer_interactions: ['interactions', 'interaction', 'customer interaction'],
  customer_engagement: ['customer engagement', 'engagement'],
  activities_per_win: ['activities per win', 'activities per deal'],
  revenue_per_activity: ['revenue per activity', 'revenue per activities'],

  leads_generated: ['new leads', 'leads', 'lead', 'new lead', 'leads generated', 'generated leads', 'leads created'],
  qualified_leads: ['qualified leads', 'qualified lead', 'leads qualified', 'sql', 'sqls', 'qualified leads (sql)'],
  lead_qualification_rate: ['qualification rate', 'lead qualification', 'qualification'],
  lead_to_opportunity: ['lead to opportunity', 'leads to opportunities', 'lead to deal'],
  lead_response_time: ['response time', 'response times', 'lead response', 'speed to lead', 'average response time'],
  lead_reply_time: ['lead reply time', 'reply time', 'reply times', 'lead reply', 'lead replies', 'average reply time'],
  lead_conversion_rate: [
    'lead conversion',
    'conversion',
    'conversion rate',
    'conversion rates',
    'conv rate',
    'lead conv rate',
  ],
  customer_acquisition_rate: ['acquisition rate', 'customer acquisition'],
  avg_lead_score: ['lead quality', 'lead score', 'lead scores', 'average lead score', 'average lead quality'],
  hot_lead_share: ['leads worth the focus', 'hot leads', 'hot lead', 'hot share'],

  new_opportunities: ['new opportunities', 'opportunities', 'opportunity', 'new deals', 'deals opened', 'opened deals'],
  deals_won: ['deals won', 'deal won', 'won deals', 'wins', 'won', 'closed won'],
  deals_lost: ['deals lost', 'deal lost', 'lost deals', 'losses', 'lost', 'closed lost'],
  win_rate: [
    'win rate',
    'win rates',
    'winrate',
    'close rate',
    'closing rate',
    'closure rate',
    'win ratio',
    'close ratio',
  ],
  win_odds: ['win odds', 'odds', 'win loss ratio'],
  opportunity_conversion: ['opportunity conversion', 'opportunity conversion rate', 'deal conversion'],
  avg_deal_size: [
    'average deal',
    'average deals',
    'deal size',
    'average deal size',
    'deal value',
    'average deal value',
    'average order value',
  ],
  sales_cycle: [
    'sales cycle',
    'sales cycles',
    'cycle',
    'cycle length',
    'cycle time',
    'sales cycle length',
    'average sales cycle',
  ],
  proposals_sent: ['proposals sent', 'proposals', 'proposal', 'sent proposals'],
  proposal_success: ['proposal success', 'proposal success rate', 'proposal win rate'],
  pipeline_value: ['pipeline', 'pipelines', 'open pipeline', 'pipe'],
  weighted_pipeline: ['weighted pipeline', 'weighted'],
  pipeline_coverage: ['pipeline coverage', 'coverage'],

  revenue: ['revenue', 'revenues', 'sales', 'turnover', 'rev', 'bookings', 'money', 'sold', 'sell', 'sells', 'selling'],
  units_sold: ['units sold', 'units', 'unit sales', 'sold units', 'quantity sold'],
  new_revenue: ['new revenue', 'new business', 'new sales'],
  sales_growth: ['sales growth', 'growth', 'revenue growth'],
  avg_sales_per_rep: ['sales per rep', 'average sales per rep', 'sales per head'],
  upsell_revenue: [
    'upsell & cross-sell revenue',
    'upsell',
    'upsells',
    'cross-sell',
    'cross-sells',
    'cross-sell revenue',
  ],
  upsell_rate: ['upsell & cross-sell rate', 'cross-sell rate'],
  gross_profit: ['gross profit', 'profit'],
  gross_margin: ['gross margin', 'margin', 'margins'],
  target_attainment: [
    ...['attainment', 'quota attainment', 'quota', 'quotas', 'target attainment', 'target', 'targets'],
    ...['goal attainment', 'goal', 'goals'],
  ],

  new_customers: ['new customers', 'new customer', 'customers won', 'new clients'],
  retention_rate: ['retention', 'retention rate', 'customer retention'],
  churn_rate: ['churn', 'churn rate', 'customer churn'],
  repeat_purchase_rate: ['repeat purchase', 'repeat purchases', 'repeat rate'],
  cac: ['acquisition cost', 'acquisition costs', 'customer acquisition cost', 'acquisition cost (cac)'],
  customer_value: ['customer value to date', 'customer value'],
  clv: ['lifetime value', 'lifetime value (clv)', 'customer lifetime value', 'ltv'],
  clv_to_cac: ['clv : cac', 'clv to cac', 'ltv to cac', 'clv cac', 'clv cac ratio'],
  nps: ['nps', 'net promoter score', 'promoter score'],
  csat: ['customer satisfaction', 'satisfaction'],
  csat_new: ['satisfaction of new customers', 'csat of new customers', 'new customers csat', 'new csat'],
  detractor_follow_up: ['time to close the loop', 'close the loop', 'detractor follow-up', 'follow-up time'],
  employee_satisfaction: ['employee satisfaction', 'team satisfaction', 'staff satisfaction'],
  enps: ['enps', 'employee nps', 'employee net promoter score'],
  pulse_participation: ['participation', 'pulse participation', 'survey participation'],
  price_index: ['price index', 'price indexes', 'price indices', 'price comparison', 'competitor prices'],
} as const satisfies Record<string, readonly string[]>;

/** Words by which several KPIs can be meant: people are asked which. */
export const sharedKpiWords = [
  { words: ['deals', 'deal'], kpis: ['deals_won', 'deals_lost', 'new_opportunities'] },
  { words: ['closed deals', 'deals closed', 'closed'], kpis: ['deals_won', 'deals_lost'] },
  { words: ['open deals', 'deals open', 'open opportunities'], kpis: ['pipeline_value', 'weighted_pipeline'] },
  { words: ['win'], kpis: ['deals_won', 'win_rate'] },
] as const;

/** How the attainment of a KPI is asked for. */
export const attainmentWords = { before: 'attainment of', behind: 'attainment' } as const;

/** What a funnel is called: several KPIs in a word. "Funnel" alone may be either, and people are asked. */
export const funnelWords = {
  lead: ['lead funnel', 'leads funnel', 'funnel'],
  deal: ['deal funnel', 'deals funnel', 'sales funnel', 'opportunity funnel', 'funnel'],
} as const;

/** What people log of one type, with the number that counts it: "emails today". */
export const activityWords = {
  email: { kpi: 'activities_logged', words: ['emails', 'emails sent', 'email', 'mails'] },
  message: { kpi: 'activities_logged', words: ['messages', 'messages sent'] },
  note: { kpi: 'activities_logged', words: ['notes', 'notes logged'] },
  demo: { kpi: 'meetings_held', words: ['demos', 'demos held', 'demo'] },
} as const;

/** When calls succeed, by weekday and hour. */
export const callingTimesWords = [
  ...['best time to call', 'best times to call', 'best time for calls', 'best time for calling', 'best hours to call'],
  ...['best hour to call', 'best day to call', 'when to call', 'best calling time', 'best calling times'],
] as const;
