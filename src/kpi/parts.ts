import type { Directory } from '../people/directory.ts';
import type { Cells } from './combine.ts';
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
  /** Shown even if there is nothing to say. */
  isExpected: boolean;
  current: Cells;
  previous: Cells | null;
  beforePrevious: Cells | null;
}

export function wholePart(figures: Figures, spans: QuestionSpans, whose: Whose): Part {
  const at =
    (span: number): Cells =>
    (measure) =>
      figures.whole(span, measure);
  return { key: null, whose, isExpected: true, ...overTime(at, spans) };
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
  /** Whether groups count that were there only in the comparison period. */
  withPrevious: boolean;
}

/** The groups of an answer, in no order yet but that of time. */
export function partsOf({ by, whose, figures, spans, directory, withPrevious }: PartsInput): Part[] {
  if (isTime(by)) {
    return spans.bucketStarts.map((key, index) => {
      const current: Cells = (measure) => figures.whole(spans.firstBucket + index, measure);
      return { key, whose: null, isExpected: true, current, previous: null, beforePrevious: null };
    });
  }
  const expected = new Set<string | null>(expectedKeys(by, whose, spans, directory));
  const keys = new Set([...expected, ...figures.keys(spans.current)]);
  // What was sold before and is no more has grown by −100 %.
  if (withPrevious) for (const key of figures.keys(spans.previous)) keys.add(key);
  // A fact without a time of day is in no hour.
  if (by === 'hour') keys.delete(null);
  return [...keys].map((key): Part => {
    const at =
      (span: number): Cells =>
      (measure) =>
        figures.group(span, key, measure);
    return { key, whose: goalOwner(by, key), isExpected: expected.has(key), ...overTime(at, spans) };
  });
}

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
