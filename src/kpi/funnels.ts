/** The steps of each funnel as KPIs, first to last, by the name people use. */
export const funnels = {
  /** The leads of a period, and how far these same leads got. */
  lead: ['leads_generated', 'lead_qualification_rate', 'lead_conversion_rate'],
  /** What happened to deals in a period, whichever deals they were. */
  deal: ['new_opportunities', 'proposals_sent', 'deals_won'],
} as const;

export type FunnelName = keyof typeof funnels;

export const funnelNames: readonly FunnelName[] = ['lead', 'deal'];
