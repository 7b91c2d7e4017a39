import { combine } from '../combine.ts';
import type { Kpi } from '../definition.ts';
import { type Asking, knownKpi } from '../evaluate.ts';
import { findFigures } from '../figures.ts';
import type { Question } from '../question.ts';
import type { CountedSpan } from '../statement.ts';
import { includingParts } from '../where.ts';

/** What can be told of an answer's KPIs once they are known over other stretches of time. */
export interface LookBack<T> {
  kpis: readonly { id: string }[];
  spans: readonly CountedSpan[];
  /** @param sumIn what a KPI adds up to in one of `spans` */
  tell(sumIn: (kpi: string, span: number) => number): T[];
}

/**
 * Tells several things at once: with one statement for each kind of fact, whatever they ask for, and without the goals,
 * labels and freshness of a whole answer. Of KPIs that add up.
 */
export async function lookBack<T>(
  { db, workspace, directory }: Asking,
  { whose, where = [] }: Question,
  wanted: readonly LookBack<T>[],
): Promise<T[][]> {
  const ids = new Set(wanted.flatMap(({ kpis }) => kpis.map(({ id }) => id)));
  if (ids.size === 0) return wanted.map(() => []);
  const kpis = new Map([...ids].map((id) => [id, knownKpi(id)]));
  const figures = await findFigures({
    ...{ db, workspaceId: workspace.id, currency: workspace.currency, measures: [...kpis.values()].flatMap(summed) },
    ...{ spans: wanted.flatMap(({ spans }) => spans), whose, where: includingParts(where, directory), by: [] },
    ...{ regionsAs: new Map(), reader: null },
  });
  const valueAt = (id: string, span: number): number => {
    const kpi = kpis.get(id);
    const value =
      kpi && combine(kpi.formula, (measure) => figures.at(span, [undefined, undefined], measure), null).value;
    return value?.toNumber() ?? 0;
  };
  let before = 0;
  return wanted.map(({ spans, tell }) => {
    const first = before;
    before += spans.length;
    return tell((kpi, span) => valueAt(kpi, first + span));
  });
}

const summed = ({ formula }: Kpi) => (formula.kind === 'sum' ? [formula.of] : []);
