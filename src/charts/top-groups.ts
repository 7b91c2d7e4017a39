import type { Group, KpiValue } from '../kpi/answer.ts';
import { findKpi } from '../kpi/catalogue/index.ts';
import { addsUp } from '../kpi/definition.ts';
import { maxBars } from './spec.ts';

/** Smaller than the smallest coin, so that two sums within it are equal. */
const tolerance = 0.005;

/** The groups a picture has room for and, if groups add up to the whole, the number and sum of the others. */
export function topGroups(
  groups: readonly Group[],
  whole: KpiValue | undefined,
): { shown: readonly Group[]; others: { count: number; value: number } | null } {
  if (groups.length <= maxBars) return { shown: groups, others: null };
  if (!isSum(groups, whole)) return { shown: groups.slice(0, maxBars), others: null };
  const shown = groups.slice(0, maxBars - 1);
  const rest = groups.slice(maxBars - 1);
  return { shown, others: { count: rest.length, value: sumOf(rest) } };
}

/** A deal with two products is in both their groups: such groups add up to more than the whole and cannot be summed. */
function isSum(groups: readonly Group[], whole: KpiValue | undefined): boolean {
  const kpi = whole && findKpi(whole.id);
  if (!kpi || !addsUp(kpi) || whole.value === null) return false;
  return Math.abs(sumOf(groups) - Number(whole.value)) < tolerance;
}

const sumOf = (groups: readonly Group[]) => groups.reduce((sum, { kpis: [kpi] }) => sum + Number(kpi?.value ?? 0), 0);
