/**
 * What happened in a sales team, as plain data in which everything goes by its name: a deal `won('anna', '2026-03-05', 1000)`.
 * `store-facts.ts` puts it into a database; the independent calculation of the KPI tests reads the same data.
 */

/** '2026-03-05': a date alone · '2026-03-05T14:00': by the clocks of the workspace · '2026-03-05T13:00Z': an instant. */
export type When = string;

export interface ActivityFact {
  by: string;
  type: string;
  when: When;
  direction?: 'outbound' | 'inbound';
  outcome?: string;
  result?: string;
  seconds?: number;
  place?: string;
  customer?: string;
  lead?: string;
  /** The number of the deal among the facts' deals. */
  deal?: number;
  region?: string;
  /** What is to be done next, and on which day. */
  next?: { step: string; on: string };
}

export interface LineFact {
  /** null: without product. */
  product: string | null;
  quantity?: number;
  price?: number | null;
  cost?: number;
  kind?: string;
  /** Its share of the deal's amount; quantity × price when not given. */
  amount?: number;
}

/** How a deal or lead stood from one day on; without `to` it still does. */
export interface StateFact {
  from: string;
  to?: string;
  status?: string;
  owner?: string | null;
  amount?: number | null;
  /** null: nobody said which. */
  currency?: string | null;
  stage?: string;
  /** Of a lead. */
  score?: number;
}

export interface DealFact {
  owner: string | null;
  status: 'open' | 'won' | 'lost';
  opened?: When;
  openedBy?: string | null;
  proposal?: When;
  proposalBy?: string | null;
  closed?: When;
  closedBy?: string | null;
  amount?: number | null;
  /** USD when not given and there is an amount. */
  currency?: string;
  customer?: string;
  lead?: string;
  region?: string;
  competitor?: string;
  lines?: readonly LineFact[];
  states?: readonly StateFact[];
}

export interface LeadFact {
  owner?: string;
  /** 1 January 2026 when not given. */
  created?: When;
  /** Who had it when it was created; the owner when not given. */
  createdBy?: string | null;
  contacted?: When;
  replied?: When;
  qualified?: When;
  qualifiedBy?: string | null;
  converted?: When;
  disqualified?: When;
  channel?: 'inbound' | 'outbound';
  origin?: 'marketing' | 'sales';
  campaign?: string;
  score?: number;
  source?: string;
  country?: string;
  customer?: string;
  region?: string;
  states?: readonly StateFact[];
}

export interface MembershipFact {
  who: string;
  team?: string;
  region?: string;
  job?: string;
  from?: string;
  to?: string;
}

export interface TargetFact {
  kpi: string;
  /** A member's name, `team <name>`, or nothing for the workspace. */
  whose?: string;
  from: string;
  to: string;
  value: number | null;
  currency?: string;
}

export interface ExpenseFact {
  on: string;
  category: 'marketing' | 'sales' | 'other';
  amount: number;
  /** USD when not given. */
  currency?: string;
  source?: string;
  campaign?: string;
}

/** What a competitor asked for the like of one of our products. */
export interface PriceFact {
  product: string;
  competitor: string;
  price: number;
  /** USD when not given. */
  currency?: string;
  on: string;
}

/** What we asked for a product before a day; no price: it was on no list. */
export interface ListPriceFact {
  until: string;
  price?: number;
  currency?: string;
}

/** Who was given as a customer's owner before a day; no owner: nobody was. */
export interface FormerOwnerFact {
  until: string;
  owner?: string;
}

/** What a customer answered when asked. */
export interface AnswerFact {
  instrument: 'nps' | 'csat';
  score: number;
  when: When;
  customer?: string;
  respondent?: string;
  about?: string;
  product?: string;
  solved?: When;
}

/** Names that appear anywhere exist; here stands only what is to be known about them beyond their name. */
export interface Facts {
  workspace?: {
    zone?: string;
    currency?: string;
    weekStart?: number;
    fiscalStartMonth?: number;
    calendar?: 'gregory' | 'persian';
    lapseMonths?: number;
    hotLeadScore?: number;
    holidayCode?: string | null;
    workingDays?: number[];
    workdayStart?: string;
    workdayEnd?: string;
  };
  people?: Record<string, { role?: string; office?: string; deactivated?: When }>;
  belongs?: readonly MembershipFact[];
  offices?: Record<string, { region?: string; zone?: string; holidayCode?: string }>;
  /** Stages in their order, with their probability. */
  stages?: Record<string, number | null>;
  /** `price`: our list price, in USD when not told otherwise; `was`: what it was before, one after the other, each until a day. */
  products?: Record<string, { type?: string; was?: readonly ListPriceFact[]; price?: number; currency?: string }>;
  /** `had`: whose they were before, one after the other, each until a day. */
  customers?: Record<
    string,
    {
      owner?: string;
      had?: readonly FormerOwnerFact[];
      region?: string;
      country?: string;
      since?: string;
      churned?: string;
      segment?: string;
    }
  >;
  regions?: readonly string[];
  /** In which region another one lies. */
  within?: Readonly<Record<string, string>>;
  leads?: Record<string, LeadFact>;
  deals?: readonly DealFact[];
  activities?: readonly ActivityFact[];
  expenses?: readonly ExpenseFact[];
  answers?: readonly AnswerFact[];
  /** Of two on one day the later one counts. */
  prices?: readonly PriceFact[];
  /** What one unit of a currency is worth in the workspace's from a day on. */
  rates?: readonly { currency: string; from: string; rate: number }[];
  targets?: readonly TargetFact[];
  /** A member's days off (`who`), an office's, or the workspace's; both days included. `works`: a holiday that is none. */
  daysOff?: readonly { who?: string; office?: string; from: string; through?: string; works?: boolean }[];
}

export const won = (owner: string | null, closed: When, amount: number | null, more: Partial<DealFact> = {}) =>
  ({ owner, status: 'won', closed, amount, ...more }) satisfies DealFact;

export const lost = (owner: string | null, closed: When, more: Partial<DealFact> = {}) =>
  ({ owner, status: 'lost', closed, ...more }) satisfies DealFact;

export const open = (owner: string | null, more: Partial<DealFact> = {}) =>
  ({ owner, status: 'open', ...more }) satisfies DealFact;

/** An outbound call that was answered, unless told otherwise. */
export const call = (by: string, when: When, more: Partial<ActivityFact> = {}) =>
  ({ by, type: 'call', when, direction: 'outbound', outcome: 'answered', ...more }) satisfies ActivityFact;

/** A meeting that was held, unless told otherwise. */
export const meeting = (by: string, when: When, more: Partial<ActivityFact> = {}) =>
  ({ by, type: 'meeting', when, outcome: 'held', ...more }) satisfies ActivityFact;

export const activity = (by: string, type: string, when: When, more: Partial<ActivityFact> = {}) =>
  ({ by, type, when, ...more }) satisfies ActivityFact;
