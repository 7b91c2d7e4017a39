import type { Kpi } from '../definition.ts';
import { activityKpis } from './activity.ts';
import { customerKpis } from './customers.ts';
import { dealKpis } from './deals.ts';
import { leadKpis } from './leads.ts';
import { lifetimeKpis } from './lifetime.ts';
import { priceKpis } from './prices.ts';
import { revenueKpis } from './revenue.ts';

/** Every KPI there is, by family. What each means is said in the message catalogue. */
export const catalogue: readonly Kpi[] = [
  ...activityKpis,
  ...leadKpis,
  ...dealKpis,
  ...revenueKpis,
  ...customerKpis,
  ...lifetimeKpis,
  ...priceKpis,
];

const byId = new Map(catalogue.map((kpi) => [kpi.id, kpi]));

export const findKpi = (id: string): Kpi | undefined => byId.get(id);

/** Whether a goal can be set for a KPI: not for one that is itself about a goal or a comparison. */
export const canHaveTarget = (id: string): boolean =>
  !['growth', 'attainment', 'coverage', undefined].includes(findKpi(id)?.formula.kind);
