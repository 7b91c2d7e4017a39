import type { Directory } from '../people/directory.ts';
import { sellersIn } from '../people/presence.ts';
import { addedUp, type Cells } from './combine.ts';
import { isTime } from './dimensions.ts';
import type { Figures, Keys } from './figures.ts';
import type { Those } from './goal-of-several.ts';
import { membersOf } from './goals.ts';
import type { Dimension, Question, Whose } from './question.ts';
import type { QuestionSpans } from './spans.ts';
import { goalOwnerOfGroup } from './where.ts';

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
  /** Which stretch of time it is of; null: the period as a whole. */
  bucket: number | null;
  /** Shown even if there is nothing to say. */
  isExpected: boolean;
  /** What it would count were it not of one group by this dimension. */
  overAll(by: Dimension): Counts;
  /** What some people have in it, by figures of teams and people. */
  ofThose(whom: readonly Those[], people: Figures): Counts;
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
  return partAt(place, { key: null, isExpected: true, parts: partsWithin(place, 0, input) }, input);
}

function partsWithin(place: Place, level: number, input: PartsInput): Part[] {
  const { question, figures, spans } = input;
  const by = question.by[level];
  if (!by) return [];
  const part = (key: string | null, at: Place, isExpected: boolean): Part =>
    partAt(at, { key, isExpected, parts: partsWithin(at, level + 1, input) }, input);
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

function partAt(
  place: Place,
  own: Pick<Part, 'key' | 'isExpected' | 'parts'>,
  { question, figures, spans }: PartsInput,
): Part {
  const { bucket } = place;
  const counts = (at: (span: number) => Cells): Counts => {
    if (bucket !== null) return { current: at(spans.firstBucket + bucket), previous: null, beforePrevious: null };
    const { current, previous, beforePrevious } = spans;
    const before = beforePrevious === null ? null : at(beforePrevious);
    return { current: at(current), previous: at(previous), beforePrevious: before };
  };
  const within = (keys: Keys) => counts((span) => (measure) => figures.at(span, keys, measure));
  const overAll = (by: Dimension) => within(withKey(place.keys, question.by.indexOf(by), undefined));
  const ofThose = (whom: readonly Those[], people: Figures) =>
    counts((span) => (measure) => addedUp(keysOf(whom).map((keys) => people.at(span, keys, measure))));
  const whose = goalOwnerOfGroup(question, place.keys);
  return { ...own, whose, bucket, ...within(place.keys), overAll, ofThose };
}

/** Each of some people, or a team as a whole, in a breakdown by team and person. */
const keysOf = (whom: readonly Those[]): Keys[] =>
  whom.flatMap(({ teamId, memberIds }) =>
    (memberIds ?? [undefined]).map((memberId): Keys => [teamId ?? undefined, memberId]),
  );

/** Who and which teams are shown even if they did nothing: 0 is worth knowing. */
function expectedKeys(by: Dimension, { question, spans: { period }, directory }: PartsInput): string[] {
  const { whose, where = [] } = question;
  if (whose.scope === 'member' || where.length > 0 || (by !== 'rep' && by !== 'team')) return [];
  if (by === 'team') return whose.scope === 'team' ? [...whose.teamIds] : directory.teams.map(({ id }) => id);
  return repsThere(whose, directory, period);
}

function repsThere(whose: Whose, directory: Directory, period: QuestionSpans['period']): string[] {
  const selling = sellersIn(directory, period.from.toString(), period.to.toString());
  if (whose.scope !== 'team') return selling;
  const inTeams = new Set(membersOf(directory, whose.teamIds, period));
  return selling.filter((id) => inTeams.has(id));
}

/** The squares of a week are looked at side by side, and none is compared with its own past. */
const isClock = (by: Dimension): boolean => by === 'weekday' || by === 'hour';

/** Whether a group without anything in the period is shown: not people who have left or moved on and have only a past. */
const isAsked = (
  by: Dimension,
  key: string | null,
  { question, spans, directory, withThoseGone }: PartsInput,
): boolean =>
  by !== 'rep' || key === null || withThoseGone || repsThere(question.whose, directory, spans.period).includes(key);
