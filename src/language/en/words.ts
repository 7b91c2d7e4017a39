/**
 * The words people ask with. Only data: another language is another file like this one.
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
  avg_call_duration: ['average call', 'average calls', 'call duration', 'average call duration', 'call length'],
  meetings_held: ['meetings held', 'meetings', 'meeting', 'held meetings'],
  meeting_show_rate: ['show rate', 'show up rate'],
  meeting_success_rate: ['meetings with a result', 'meeting success', 'meetings with result'],
  customer_interactions: ['interactions', 'interaction', 'customer interaction'],
  customer_engagement: ['customer engagement', 'engagement'],
  activities_per_win: ['activities per win', 'activities per deal'],
  revenue_per_activity: ['revenue per activity', 'revenue per activities'],

  leads_generated: ['new leads', 'leads', 'lead', 'new lead', 'leads generated', 'generated leads', 'leads created'],
  qualified_leads: ['qualified leads', 'qualified lead', 'leads qualified', 'sql', 'sqls', 'qualified leads (sql)'],
  lead_qualification_rate: ['qualification rate', 'lead qualification', 'qualification'],
  lead_to_opportunity: ['lead to opportunity', 'leads to opportunities', 'lead to deal'],
  lead_response_time: ['response time', 'response times', 'lead response', 'speed to lead'],
  lead_reply_time: ['lead reply time', 'reply time', 'reply times', 'lead reply', 'lead replies'],
  lead_conversion_rate: ['lead conversion', 'conversion', 'conversion rate', 'conversion rates'],
  customer_acquisition_rate: ['acquisition rate', 'customer acquisition'],
  avg_lead_score: ['lead quality', 'lead score', 'lead scores', 'average lead score'],
  hot_lead_share: ['leads worth the focus', 'hot leads', 'hot lead', 'hot share'],

  new_opportunities: ['new opportunities', 'opportunities', 'opportunity', 'new deals', 'deals opened', 'opened deals'],
  deals_won: ['deals won', 'deal won', 'won deals', 'wins', 'won', 'closed won'],
  deals_lost: ['deals lost', 'deal lost', 'lost deals', 'losses', 'lost', 'closed lost'],
  win_rate: ['win rate', 'win rates', 'winrate', 'close rate', 'closing rate', 'closure rate'],
  win_odds: ['win odds', 'odds', 'win loss ratio'],
  opportunity_conversion: ['opportunity conversion', 'opportunity conversion rate', 'deal conversion'],
  avg_deal_size: ['average deal', 'average deals', 'deal size', 'average deal size', 'deal value'],
  sales_cycle: ['sales cycle', 'sales cycles', 'cycle', 'cycle length', 'cycle time', 'sales cycle length'],
  proposals_sent: ['proposals sent', 'proposals', 'proposal', 'sent proposals'],
  proposal_success: ['proposal success', 'proposal success rate', 'proposal win rate'],
  pipeline_value: ['pipeline', 'pipelines', 'open pipeline'],
  weighted_pipeline: ['weighted pipeline', 'weighted'],
  pipeline_coverage: ['pipeline coverage', 'coverage'],

  revenue: ['revenue', 'revenues', 'sales', 'turnover'],
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
  target_attainment: ['attainment', 'quota attainment', 'quota', 'target attainment', 'goal attainment'],

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

/** How the attainment of a KPI is asked for. */
export const attainmentWords = { before: 'attainment of', behind: 'attainment' } as const;

/** What a funnel is called: several KPIs in a word. "Funnel" alone may be either, and people are asked. */
export const funnelWords = {
  lead: ['lead funnel', 'leads funnel', 'funnel'],
  deal: ['deal funnel', 'deals funnel', 'sales funnel', 'opportunity funnel', 'funnel'],
} as const;

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

/** Words in front of a name that say what kind of thing it names. The first is the one we write ourselves. */
export const markers = {
  member: ['@'],
  team: ['team'],
  kpi: ['kpi', 'metric'],
  period: ['in', 'on', 'during'],
  where: ['where'],
  is: ['is'],
  for: ['for'],
  value: ['in', 'for', 'from', 'via'],
  by: ['by', 'per', 'each', 'for each'],
} as const;

/** "top 5" */
export const topWords = ['top'] as const;

export const pluralEnding = 's';

/** What a period is compared with, when it is not just the one before. The first of each is the one we write ourselves. */
export const againstWords = {
  previous: ['vs previous period', 'vs last period', 'vs the period before', 'compared with the period before'],
  lastYear: [
    ...['vs last year', 'versus last year', 'against last year', 'compared to last year', 'compared with last year'],
    ...['vs a year ago', 'vs the year before', 'than last year', 'year over year', 'year on year', 'yoy'],
  ],
} as const;

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
    1: ['monday', 'mon'],
    2: ['tuesday', 'tue'],
    3: ['wednesday', 'wed'],
    4: ['thursday', 'thu'],
    5: ['friday', 'fri'],
    6: ['saturday', 'sat'],
    7: ['sunday', 'sun'],
  },
} as const;

/** Whose numbers, where no name says it. The first of each is the one we write ourselves. */
export const whoseWords = {
  me: ['me', 'my', 'mine', 'myself', 'i', 'my own'],
  ownTeam: [
    'team',
    'teams',
    'my team',
    'my teams',
    'our team',
    'our',
    'ours',
    'us',
    'we',
    'whole team',
    'the whole team',
  ],
  workspace: [
    ...['all', 'everyone', 'everybody', 'company', 'workspace', 'whole company', 'all teams', 'all of us'],
    ...['our company', 'my company', 'the whole company'],
  ],
} as const;

export const unitWords = {
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  quarter: ['quarter', 'quarters'],
  year: ['year', 'years'],
} as const;

export const periodWords = {
  today: ['today', 'this day'],
  yesterday: ['yesterday', 'last day'],
  tomorrow: ['tomorrow', 'next day'],
  this: ['this', 'current'],
  last: ['last', 'past', 'previous'],
  next: ['next', 'coming'],
  toDate: {
    week: ['wtd', 'week to date'],
    month: ['mtd', 'month to date'],
    quarter: ['qtd', 'quarter to date'],
    year: ['ytd', 'year to date'],
  },
  quarter: 'q',
  fiscalYear: 'fy',
  from: ['from', 'between'],
  /** Two dots, or a dash between days, which is read as two dots. */
  through: ['to', 'until', 'till', 'through', '..'],
  and: ['and'],
  ordinal: ['st', 'nd', 'rd', 'th'],
} as const;

/** How goals for several periods are said: "per month", "monthly", "from march", "until june", "50 % in month 1", "seasonal 20 20 25 35". */
export const planWords = {
  each: ['per', 'each', 'every', 'a'],
  everyUnit: { week: 'weekly', month: 'monthly', quarter: 'quarterly', year: 'yearly' },
  from: ['from', 'starting', 'beginning'],
  until: ['until', 'till', 'through', 'to'],
  in: 'in',
  seasonal: 'seasonal',
} as const;

/** Month names by calendar, January and Farvardin first; each with its short forms. */
export const monthWords = {
  gregory: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  persian: [
    ['farvardin'],
    ['ordibehesht'],
    ['khordad'],
    ['tir'],
    ['mordad'],
    ['shahrivar'],
    ['mehr'],
    ['aban'],
    ['azar'],
    ['dey'],
    ['bahman'],
    ['esfand'],
  ],
} as const;

/** Words that carry no meaning of their own in a question. */
export const fillers = [
  ...[
    ',',
    'a',
    'an',
    'and',
    'are',
    'as',
    'at',
    'did',
    'do',
    'does',
    'doing',
    'for',
    'get',
    'give',
    'give me',
    'has',
    'have',
  ],
  ...['how', 'how much', 'how many', 'in', 'is', 'it', 'kpi', 'kpis', 'many', 'much', 'number', 'numbers', 'of'],
  ...['on', 'please', 'show', 'show me', 'stats', 'tell', 'tell me', 'the', 'was', 'were', 'what', 'with', 'during'],
] as const;

/** What people say who want to know what they can say. */
export const helpWords = [
  ...['help', 'hi', 'hello', 'hey', 'hello there', 'hi there', 'good morning', 'good afternoon', 'start'],
  ...['what can you do', 'how does this work', 'thanks', 'thank you'],
] as const;
