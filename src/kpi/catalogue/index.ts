import type { Kpi } from '../definition.ts';
import { isTime } from '../dimensions.ts';
import type { Formula } from '../formula.ts';
import { activityKpis } from './activity.ts';
import { customerKpis } from './customers.ts';
import { dealKpis } from './deals.ts';
import { leadKpis } from './leads.ts';
import { lifetimeKpis } from './lifetime.ts';
import { priceKpis } from './prices.ts';
import { revenueKpis } from './revenue.ts';
import { csatOfNew, surveyKpis } from './surveys.ts';

/** Every KPI there is, by family. What each means is said in the message catalogue. */
export const catalogue: readonly Kpi[] = [
  ...activityKpis,
  ...leadKpis,
  ...dealKpis,
  ...revenueKpis,
  ...customerKpis,
  ...lifetimeKpis,
  ...priceKpis,
  ...surveyKpis,
];

/** The id of a KPI's attainment, which is a KPI of its own so that a question holds ids and nothing else. */
export const attainmentId = (kpi: string): string => `target_attainment:${kpi}`;

/** Targets belong to people and teams in a period, so attainment has no other breakdown. */
const attainmentOf = ({ id, family, dimensions, leftOut = [] }: Kpi): Kpi => ({
  id: attainmentId(id),
  family,
  unit: 'rate',
  better: 'up',
  dimensions: dimensions.filter((by) => by === 'rep' || by === 'team' || isTime(by)),
  formula: { kind: 'attainment', of: id },
  leftOut,
});

const hasNoGoal: readonly Formula['kind'][] = ['growth', 'attainment', 'coverage', 'published'];
const byId = new Map<string, Kpi>([...catalogue, csatOfNew].map((kpi) => [kpi.id, kpi]));
for (const kpi of catalogue) {
  if (!hasNoGoal.includes(kpi.formula.kind)) byId.set(attainmentId(kpi.id), attainmentOf(kpi));
}

/** A KPI of the catalogue, a variant of one (`csat_new`), or the attainment of one. */
export const findKpi = (id: string): Kpi | undefined => byId.get(id);

/** Whether a target can be set: not for a KPI that is itself about a target or a comparison. */
export const canHaveTarget = (id: string): boolean => byId.has(attainmentId(id));
