import type { Kpi } from '../definition.ts';
import { activityKpis } from './activity.ts';
import { dealKpis } from './deals.ts';
import { revenueKpis } from './revenue.ts';

/** Every KPI there is, by family. What each means is said in the message catalogue. */
export const catalogue: readonly Kpi[] = [...activityKpis, ...dealKpis, ...revenueKpis];

const byId = new Map(catalogue.map((kpi) => [kpi.id, kpi]));

export const findKpi = (id: string): Kpi | undefined => byId.get(id);
