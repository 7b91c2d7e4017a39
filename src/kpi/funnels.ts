/** The KPIs that are the steps of a funnel, from the first to the last, by how people call it. */
export const funnels = {
  /** The leads of a period, and how many of these same leads got further so far. */
  lead: ['leads_generated', 'lead_qualification_rate', 'lead_conversion_rate'],
  /** What happened to deals in a period. */
  deal: ['new_opportunities', 'proposals_sent', 'deals_won'],
} as const;

export type FunnelName = keyof typeof funnels;

export const funnelNames: readonly FunnelName[] = ['lead', 'deal'];
