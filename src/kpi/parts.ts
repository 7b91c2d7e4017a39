import type { Directory } from '../people/directory.ts';
import { type Cells, combine } from './combine.ts';
import type { Kpi } from './definition.ts';
import { isTime } from './dimensions.ts';
import type { Figures } from './figures.ts';
import { membersOf } from './goals.ts';
import type { Dimension, Whose } from './question.ts';
import type { QuestionSpans } from './spans.ts';

/** A part of an answer: the whole of it, one group, or one stretch of time. */
export interface Part {
  key: string | null;
  /** Whose goals hold for it; null where there are none. */
  whose: Whose | null;
  current: Cells;
  previous: Cells | null;
  beforePrevious: Cells | null;
}

export function wholePart(figures: Figures, spans: QuestionSpans, whose: Whose): Part {
  const at =
    (span: number): Cells =>
    (measure) =>
      figures.whole(span, measure);
  return { key: null, whose, ...overTime(at, spans) };
}

const overTime = (at: (span: number) => Cells, { current, previous, beforePrevious }: QuestionSpans) => ({
  current: at(current),
  previous: at(previous),
  beforePrevious: beforePrevious === null ? null : at(beforePrevious),
});

export interface PartsInput {
  by: Dimension;
  whose: Whose;
  figures: Figures;
  spans: QuestionSpans;
  directory: Directory;
  /** The KPI that orders the groups: the largest first. */
  leading: Kpi | undefined;
}

/** The groups of an answer, in the order to show them: time forwards, hours and weekdays as they come, else the largest first. */
export function partsOf({ by, whose, figures, spans, directory, leading }: PartsInput): Part[] {
  if (isTime(by)) {
    return spans.bucketStarts.map((key, index) => {
      const current: Cells = (measure) => figures.whole(spans.firstBucket + index, measure);
      return { key, whose: null, current, previous: null, beforePrevious: null };
    });
  }
  const keys = new Set([...expectedKeys(by, whose, spans, directory), ...figures.keys(spans.current)]);
  // What was sold before and is no more has grown by −100 %.
  if (leading?.formula.kind === 'growth') for (const key of figures.keys(spans.previous)) keys.add(key);
  // A fact without a time of day is in no hour.
  if (by === 'hour') keys.delete(null);
  const parts = [...keys].map((key): Part => {
    const at =
      (span: number): Cells =>
      (measure) =>
        figures.group(span, key, measure);
    return { key, whose: goalOwner(by, key), ...overTime(at, spans) };
  });
  const sizes = new Map(parts.map((part) => [part, leading ? sizeOf(leading, part) : 0]));
  const size = (part: Part) => sizes.get(part) ?? Number.NEGATIVE_INFINITY;
  if (by === 'weekday' || by === 'hour') return parts.sort((a, b) => Number(a.key) - Number(b.key));
  if (by === 'stage') return parts.sort((a, b) => stageOrder(directory, a.key) - stageOrder(directory, b.key));
  return parts.sort((a, b) => size(b) - size(a) || String(a.key).localeCompare(String(b.key)));
}

const sizeOf = (kpi: Kpi, part: Part) =>
  combine(kpi.formula, part.current, part.previous).value?.toNumber() ?? Number.NEGATIVE_INFINITY;

const stageOrder = (directory: Directory, key: string | null) =>
  key === 'lead' ? -1 : key === null ? Number.POSITIVE_INFINITY : directory.stages.findIndex(({ id }) => id === key);

/** Who and which teams are shown even if they did nothing: 0 is worth knowing. */
function expectedKeys(by: Dimension, whose: Whose, { period }: QuestionSpans, directory: Directory): string[] {
  if (whose.scope === 'member' || (by !== 'rep' && by !== 'team')) return [];
  if (by === 'team') return whose.scope === 'team' ? [...whose.teamIds] : directory.teams.map(({ id }) => id);
  const isRep = new Set(directory.members.filter(({ role }) => role === 'rep').map(({ id }) => id));
  const inScope = whose.scope === 'team' ? membersOf(directory, whose.teamIds, period) : [...isRep];
  return inScope.filter((id) => isRep.has(id));
}

function goalOwner(by: Dimension, key: string | null): Whose | null {
  if (key === null) return null;
  if (by === 'rep') return { scope: 'member', memberId: key };
  return by === 'team' ? { scope: 'team', teamIds: [key] } : null;
}
