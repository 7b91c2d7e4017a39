import type { Directory } from '../people/directory.ts';
import { membersFrom } from '../people/presence.ts';
import type { Cells } from './combine.ts';
import { isTime } from './dimensions.ts';
import type { Figures, Keys } from './figures.ts';
import { membersOf } from './goals.ts';
import type { Dimension, Question, Whose } from './question.ts';
import type { QuestionSpans } from './spans.ts';
import { goalOwnerOf } from './where.ts';

/** What was counted in a part, and the same in the periods it is compared with. */
export interface Counts {
  current: Cells;
  previous: Cells | null;
  beforePrevious: Cells | null;
}

/** A part of an answer: the whole of it, one group, or one stretch of time. */
export interface Part extends Counts {
  key: string | null;
  /** Whose goals hold for it; null where there are none. */
  whose: Whose | null;
  /** Shown even if there is nothing to say. */
  isExpected: boolean;
  /** What it would count were it not of one group by this dimension. */
  overAll(by: Dimension): Counts;
  /** Its own groups, where there are two breakdowns. */
  parts: readonly Part[];
}

export interface PartsInput {
  question: Question;
  figures: Figures;
  spans: QuestionSpans;
  directory: Directory;
  /** Whether people count who are there no more, but were in the comparison period. */
  withThoseGone: boolean;
}

/** Where a part stands: in one stretch of time, or in the period as a whole; and its key in each breakdown, if it has one. */
interface Place {
  bucket: number | null;
  keys: Keys;
}

/** The whole of an answer, with its groups in no order yet but that of time. */
export function wholePart(input: PartsInput): Part {
  const place: Place = { bucket: null, keys: [undefined, undefined] };
  const whole = { key: null, whose: goalOwnerOf(input.question), isExpected: true };
  return { ...whole, ...countedAt(place, input), parts: partsWithin(place, 0, input) };
}

function partsWithin(place: Place, level: number, input: PartsInput): Part[] {
  const { question, figures, spans } = input;
  const by = question.by[level];
  if (!by) return [];
  const part = (key: string | null, at: Place, isExpected: boolean): Part => {
    const whose = level === 0 && !question.where?.length ? goalOwner(by, key) : null;
    return { key, whose, isExpected, ...countedAt(at, input), parts: partsWithin(at, level + 1, input) };
  };
  if (isTime(by)) return spans.bucketStarts.map((key, bucket) => part(key, { ...place, bucket }, true));

  const expected = new Set<string | null>(level === 0 ? expectedKeys(by, input) : []);
  const span = place.bucket === null ? spans.current : spans.firstBucket + place.bucket;
  const keys = new Set([...expected, ...figures.keys(span, level, place.keys)]);
  // What was sold before and is no more has fallen to nothing; without it the groups would not add up to what was before.
  const isCompared = place.bucket === null && !(level === 1 && isClock(by));
  const before = isCompared ? figures.keys(spans.previous, level, place.keys) : [];
  for (const key of before) if (isAsked(by, key, input)) keys.add(key);
  // A fact without a time of day is in no hour.
  if (by === 'hour') keys.delete(null);
  return [...keys].map((key) => part(key, { ...place, keys: withKey(place.keys, level, key) }, expected.has(key)));
}

const withKey = ([first, second]: Keys, level: number, key: string | null | undefined): Keys => [
  level === 0 ? key : first,
  level === 1 ? key : second,
];

function countedAt(place: Place, { question, figures, spans }: PartsInput): Counts & Pick<Part, 'overAll'> {
  const counts = ({ bucket, keys }: Place): Counts => {
    const at =
      (span: number): Cells =>
      (measure) =>
        figures.at(span, keys, measure);
    if (bucket !== null) return { current: at(spans.firstBucket + bucket), previous: null, beforePrevious: null };
    const { current, previous, beforePrevious } = spans;
    const before = beforePrevious === null ? null : at(beforePrevious);
    return { current: at(current), previous: at(previous), beforePrevious: before };
  };
  const overAll = (by: Dimension) =>
    counts({ ...place, keys: withKey(place.keys, question.by.indexOf(by), undefined) });
  return { ...counts(place), overAll };
}

/** Who and which teams are shown even if they did nothing: 0 is worth knowing. */
function expectedKeys(by: Dimension, { question, spans: { period }, directory }: PartsInput): string[] {
  const { whose, where = [] } = question;
  if (whose.scope === 'member' || where.length > 0 || (by !== 'rep' && by !== 'team')) return [];
  if (by === 'team') return whose.scope === 'team' ? [...whose.teamIds] : directory.teams.map(({ id }) => id);
  return repsThere(whose, directory, period);
}

function repsThere(whose: Whose, directory: Directory, period: QuestionSpans['period']): string[] {
  const there = membersFrom(directory, period.from.toString());
  const isRep = new Set(there.filter(({ role }) => role === 'rep').map(({ id }) => id));
  const inScope = whose.scope === 'team' ? membersOf(directory, whose.teamIds, period) : [...isRep];
  return inScope.filter((id) => isRep.has(id));
}

/** The squares of a week are looked at side by side, and none is compared with its own past. */
const isClock = (by: Dimension): boolean => by === 'weekday' || by === 'hour';

/** Whether a group that has nothing but a past is asked for: who has left or moved on is missed by nobody. */
const isAsked = (
  by: Dimension,
  key: string | null,
  { question, spans, directory, withThoseGone }: PartsInput,
): boolean =>
  by !== 'rep' || key === null || withThoseGone || repsThere(question.whose, directory, spans.period).includes(key);

function goalOwner(by: Dimension, key: string | null): Whose | null {
  if (key === null) return null;
  if (by === 'rep') return { scope: 'member', memberId: key };
  return by === 'team' ? { scope: 'team', teamIds: [key] } : null;
}
