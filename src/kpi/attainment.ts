import { attainmentId, findKpi } from './catalogue/index.ts';
import type { Kpi } from './definition.ts';

/**
 * Plain "attainment": revenue's where one number is wanted; asked for alone, that of all KPIs of the job with a target.
 */
const ATTAINMENT = 'target_attainment';

/** Whether the question is "attainment" and does not say of which KPI. */
export const isAttainmentAlone = (kpis: readonly string[]): boolean => kpis.length === 1 && kpis[0] === ATTAINMENT;

/** The attainment KPIs of those that can have a target. */
export const attainmentsOf = (ids: readonly string[]): string[] =>
  ids.map(attainmentId).filter((id) => findKpi(id) !== undefined);

/** The attainments that have a target; only revenue's if no other has one. */
export function ofGoals(attainments: readonly Kpi[], hasGoal: (kpi: string) => boolean): Kpi[] {
  const some = attainments.filter(
    ({ id, formula }) => id !== ATTAINMENT && formula.kind === 'attainment' && hasGoal(formula.of),
  );
  const plain = findKpi(ATTAINMENT);
  const others = some.some(({ id }) => id !== attainmentId('revenue'));
  return others || !plain ? some : [plain];
}
