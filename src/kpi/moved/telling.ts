import type { Kpi } from '../definition.ts';
import type { Dimension, Question } from '../question.ts';

/** Where the reason of a change is looked for, the most telling first. */
const telling: readonly Dimension[] = ['rep', 'source', 'product', 'type', 'team', 'region', 'segment', 'stage'];
const MOST_DIMENSIONS = 2;

/** What the parts of a ratio are, where it may have become another mixture of them. */
export const mixing: readonly Dimension[] = ['segment', 'region', 'source', 'type', 'team'];

/** The two dimensions that most of the KPIs know, without those in which the question is about one group alone. */
export function tellingDimensions(
  kpis: readonly Kpi[],
  { whose, where = [] }: Question,
  byPerson: boolean,
  among: readonly Dimension[] = telling,
): Dimension[] {
  const isOne = (by: Dimension) =>
    where.some((filter) => filter.by === by) ||
    (by === 'rep' && (whose.scope === 'member' || !byPerson)) ||
    (by === 'team' && (whose.scope === 'member' || (whose.scope === 'team' && whose.teamIds.length === 1)));
  const chosen: Dimension[] = [];
  let open = kpis;
  while (chosen.length < MOST_DIMENSIONS) {
    const knownBy = (by: Dimension) => open.filter(({ dimensions }) => dimensions.includes(by)).length;
    const left = among.filter((by) => !isOne(by) && !chosen.includes(by));
    const [best] = left.sort((a, b) => knownBy(b) - knownBy(a));
    if (!best || knownBy(best) === 0) break;
    chosen.push(best);
    const missed = open.filter(({ dimensions }) => !dimensions.includes(best));
    open = missed.length ? missed : kpis;
  }
  return chosen;
}
