import type { Group, KpiValue } from '../kpi/answer.ts';
import { findKpi } from '../kpi/catalogue/index.ts';
import { addsUp } from '../kpi/definition.ts';
import { maxBars } from './spec.ts';

/** Less than the smallest coin: two sums of amounts are equal. */
const tolerance = 0.005;

/** The groups a picture has room for and, where groups add up to the whole, how many the others are and come to. */
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

/** A deal with two products is in both their groups: such groups come to more than there is, and cannot be added. */
function isSum(groups: readonly Group[], whole: KpiValue | undefined): boolean {
  const kpi = whole && findKpi(whole.id);
  if (!kpi || !addsUp(kpi) || whole.value === null) return false;
  return Math.abs(sumOf(groups) - Number(whole.value)) < tolerance;
}

const sumOf = (groups: readonly Group[]) => groups.reduce((sum, { kpis: [kpi] }) => sum + Number(kpi?.value ?? 0), 0);
