import type { Directory } from '../people/directory.ts';
import type { Figure, Group, KpiValue } from './answer.ts';
import type { Kpi } from './definition.ts';
import { isTime } from './dimensions.ts';
import type { Dimension, Order } from './question.ts';

/** Whether any KPI of a group counts something, now or in the comparison period, or leaves something out. */
export const saysSomething = ({ kpis }: Group): boolean => kpis.some((kpi) => !isNothing(kpi));

const isNothing = ({ numerator, denominator, previous, leftOut }: KpiValue) =>
  isZero(numerator) && isZero(denominator) && isZero(previous) && leftOut.length === 0;

const isZero = (figure: Figure | null) => figure === null || Number(figure) === 0;

/** Whether the lowest groups come first. */
export const startsLow = (order: Order | undefined, better: Kpi['better'] | undefined): boolean =>
  order === 'lowest' || order === (better === 'down' ? 'best' : 'worst');

/**
 * Groups in the order to show them: time, hours and weekdays ascending, stages as in the pipeline, else the largest
 * first, or with `lowFirst` the lowest.
 */
export function inOrder(
  groups: readonly Group[],
  by: Dimension,
  { stages }: Pick<Directory, 'stages'>,
  lowFirst = false,
): Group[] {
  if (isTime(by)) return [...groups];
  if (by === 'weekday' || by === 'hour') return [...groups].sort((a, b) => Number(a.key) - Number(b.key));
  const stage = ({ key }: Group) => {
    if (key === 'lead') return -1;
    return key === null ? stages.length : stages.findIndex(({ id }) => id === key);
  };
  if (by === 'stage') return [...groups].sort((a, b) => stage(a) - stage(b));
  return bySize(groups, lowFirst);
}

/** By the first KPI, largest or lowest first; groups without data last. */
export const bySize = (groups: readonly Group[], lowFirst: boolean): Group[] =>
  [...groups].sort((a, b) => compareSize(a, b, lowFirst) || a.label.localeCompare(b.label));

function compareSize(one: Group, other: Group, lowFirst: boolean): number {
  const [a, b] = [one.kpis[0]?.value ?? null, other.kpis[0]?.value ?? null];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return lowFirst ? Number(a) - Number(b) : Number(b) - Number(a);
}
