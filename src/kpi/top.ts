import { Prisma } from '../db/generated/client.ts';
import { minorUnits } from '../language/money.ts';
import { text } from '../language/text.ts';
import type { Figure, Group, KpiValue } from './answer.ts';
import type { LeftOut } from './definition.ts';
import { bySize } from './groups.ts';

export interface Topped {
  groups: readonly Group[];
  /** How many groups are neither shown nor among the others. */
  moreGroups: number;
}

/**
 * The `most` largest groups by the first KPI, or `lowFirst` the lowest. The rest is one group of others, counted, where every KPI adds up over the
 * groups; else it is only counted, because averages of averages are no averages. A rest of one group is shown as it is.
 */
export function topOf(groups: readonly Group[], most: number, addUp: boolean, lowFirst = false): Topped {
  const sorted = bySize(groups, lowFirst);
  const rest = sorted.slice(most);
  const [only, ...more] = rest;
  if (!only) return { groups: sorted, moreGroups: 0 };
  if (!addUp) return { groups: sorted.slice(0, most), moreGroups: rest.length };
  if (more.length === 0) return { groups: sorted, moreGroups: 0 };
  const others: Group = {
    key: null,
    label: text('group.others', { count: rest.length }),
    others: rest.length,
    kpis: only.kpis.map((kpi, index) => sumOf([kpi, ...more.flatMap(({ kpis }) => kpis[index] ?? [])], kpi)),
  };
  return { groups: [...sorted.slice(0, most), others], moreGroups: 0 };
}

/** What has no goal of its own has no pace either. */
function sumOf(parts: readonly KpiValue[], like: KpiValue): KpiValue {
  const sum = (of: 'value' | 'previous' | 'numerator' | 'denominator'): Figure | null => {
    const known = parts.map((part) => part[of]).filter((figure) => figure !== null);
    if (known.length === 0) return null;
    const total = known.reduce<Prisma.Decimal>((so, figure) => so.plus(figure), new Prisma.Decimal(0));
    return like.currency ? total.toFixed(minorUnits(like.currency)) : total.toNumber();
  };
  const { id, unit, currency } = like;
  return {
    ...{ id, unit, ...(currency ? { currency } : {}) },
    ...{ value: sum('value'), numerator: sum('numerator'), denominator: sum('denominator'), previous: sum('previous') },
    ...{ target: null, pace: null, leftOut: leftOutTogether(parts) },
  };
}

function leftOutTogether(parts: readonly KpiValue[]): LeftOut[] {
  const together = new Map<string, LeftOut>();
  for (const each of parts.flatMap(({ leftOut }) => leftOut)) {
    const kind = `${each.reason} ${each.currency ?? ''}`;
    together.set(kind, { ...each, count: each.count + (together.get(kind)?.count ?? 0) });
  }
  return [...together.values()];
}
