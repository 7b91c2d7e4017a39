import { attainmentId, findKpi } from './catalogue/index.ts';
import type { Kpi } from './definition.ts';

/** Attainment of revenue where a single number is wanted; asked for alone, that of all KPIs of a job that have a goal. */
const ATTAINMENT = 'target_attainment';

/** Whether nothing but "attainment" is asked for, without of what. */
export const isAttainmentAlone = (kpis: readonly string[]): boolean => kpis.length === 1 && kpis[0] === ATTAINMENT;

/** How far the goals of these KPIs are reached, of those that can have one. */
export const attainmentsOf = (ids: readonly string[]): string[] =>
  ids.map(attainmentId).filter((id) => findKpi(id) !== undefined);

/** The attainments that are of something, or just the one of revenue where it alone has a goal, or nothing does. */
export function ofGoals(attainments: readonly Kpi[], hasGoal: (kpi: string) => boolean): Kpi[] {
  const some = attainments.filter(
    ({ id, formula }) => id !== ATTAINMENT && formula.kind === 'attainment' && hasGoal(formula.of),
  );
  const plain = findKpi(ATTAINMENT);
  const others = some.some(({ id }) => id !== attainmentId('revenue'));
  return others || !plain ? some : [plain];
}
