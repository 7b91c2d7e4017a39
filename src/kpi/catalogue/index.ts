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

/** The id of how far a KPI's goal is reached: a KPI of its own, so that a question need not say more than ids. */
export const attainmentId = (kpi: string): string => `target_attainment:${kpi}`;

/** Goals are people's and teams', each for its time, so attainment knows no other breakdown. */
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

/** A KPI of the catalogue, another reading of one, or the attainment of one. */
export const findKpi = (id: string): Kpi | undefined => byId.get(id);

/** Whether a goal can be set for a KPI: not for one that is itself about a goal or a comparison. */
export const canHaveTarget = (id: string): boolean => byId.has(attainmentId(id));
