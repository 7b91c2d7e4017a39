// What the results of several rounds tell beside each other: by adding and subtracting, of whom?
import { expect, it } from 'vitest';
import { countByTeam, groupsOf, SMALLEST_GROUP } from '../../src/surveys/groups.ts';
import { enpsQuestion } from '../../src/surveys/questions.ts';
import { isTooAlike } from '../../src/surveys/refusal.ts';
import { type Askable, countedIn, drawnOf } from '../../src/surveys/whom.ts';

interface Person extends Askable {
  isRep: boolean;
}

interface Audience {
  teamId: string | null;
  role: 'reps' | 'managers' | null;
  oneIn: number;
}

interface Round {
  survey: string;
  audience: Audience;
  asked: ReadonlySet<string>;
  /** Of whom it publishes numbers. */
  published: string[][];
}

const everyone = { teamId: null, role: null, oneIn: 1 };
const audiences: Audience[] = [
  everyone,
  { ...everyone, teamId: 'X' },
  { ...everyone, teamId: 'Y' },
  { ...everyone, role: 'reps' },
  { ...everyone, role: 'managers' },
  { ...everyone, oneIn: 2 },
];

/** All offices of so many reps and managers in team X, in team Y, and in none. */
function* offices(sizes: readonly number[], most: number): Generator<Person[]> {
  const cells = ['X', 'Y', null].flatMap((teamId) => [true, false].map((isRep) => ({ teamId, isRep })));
  const fill = function* (people: Person[], cell: number): Generator<Person[]> {
    const of = cells[cell];
    if (!of) return yield people;
    for (const size of sizes) {
      if (people.length + size > most) continue;
      const more = Array.from({ length: size }, (_, index) => ({ memberId: `${people.length + index}`, ...of }));
      yield* fill([...people, ...more], cell + 1);
    }
  };
  yield* fill([], 0);
}

const isOf =
  ({ teamId, role }: Audience) =>
  (each: Person) =>
    (teamId === null || each.teamId === teamId) && (role === null || each.isRep === (role === 'reps'));

const asks = ({ survey, audience }: Pick<Round, 'survey' | 'audience'>) => ({
  ...{ scheduleId: survey, instrument: 'enps', questions: [enpsQuestion()] },
  ...audience,
});

/** The rule, asked once about each two. */
const known = new Map<string, boolean>();
function mayNotStand(one: Pick<Round, 'survey' | 'audience'>, other: Round): boolean {
  const pair = [one, other].map(({ audience }) => audiences.indexOf(audience));
  const key = [...pair, one.survey === other.survey].join(' ');
  const kept = known.get(key) ?? isTooAlike(asks(one), asks(other));
  known.set(key, kept);
  return kept;
}

/** A round that all whom it asks answer; null: it does not begin beside those before. */
function roundOf(survey: string, audience: Audience, people: readonly Person[], before: readonly Round[]) {
  const askable = people.filter(isOf(audience));
  const samples = before.filter((each) => each.survey === survey && each.audience === audience);
  const rounds = samples.map(({ asked }) => asked);
  const { from, drawn } =
    audience.oneIn > 1 ? drawnOf(askable, rounds, audience.oneIn) : { from: askable, drawn: askable };
  if (drawn.length < SMALLEST_GROUP) return null;
  const wereAsked = before.filter(({ asked }) => from.some(({ memberId }) => asked.has(memberId)));
  if (wereAsked.some((round) => mayNotStand({ survey, audience }, round))) return null;
  const counted = countedIn(drawn, audience.oneIn);
  const { teamIds } = groupsOf(countByTeam(counted), SMALLEST_GROUP);
  const ids = (of: readonly Askable[]) => of.map(({ memberId }) => memberId);
  const published = [ids(counted), ...teamIds.map((id) => ids(counted.filter(({ teamId }) => teamId === id)))];
  return { survey, audience, asked: new Set(ids(drawn)), published };
}

/** Everything that may be held: two or three rounds of up to three surveys with the same words. */
function* held(people: readonly Person[], before: readonly Round[] = []): Generator<readonly Round[]> {
  if (before.length > 1) yield before;
  if (before.length === 3) return;
  const surveys = new Set(before.map(({ survey }) => survey));
  for (const survey of [...surveys, `survey ${surveys.size}`])
    for (const audience of audiences) {
      const round = roundOf(survey, audience, people, before);
      if (round) yield* held(people, [...before, round]);
    }
}

/** The fewest people that any sum or difference of groups is about. */
function fewestIn(groups: readonly (readonly string[])[], people: number): number {
  let fewest = people;
  const times = new Array<number>(people).fill(0);
  const look = (at: number) => {
    const group = groups[at];
    if (!group) {
      const about = times.filter((each) => each !== 0).length;
      if (about > 0) fewest = Math.min(fewest, about);
      return;
    }
    const add = (by: number) => {
      for (const id of group) times[Number(id)] = (times[Number(id)] ?? 0) + by;
    };
    look(at + 1);
    add(1);
    look(at + 1);
    add(-2);
    look(at + 1);
    add(1);
  };
  look(0);
  return fewest;
}

it('of two or three rounds in the same words no sum or difference is about one to four people, whomever they ask', () => {
  let checked = 0;
  for (const people of offices([0, 1, 5, 6], 13)) {
    const seen = new Set<string>();
    for (const rounds of held(people)) {
      const groups = [...new Set(rounds.flatMap(({ published }) => published.map((ids) => ids.join(' '))))].sort();
      if (seen.has(groups.join())) continue;
      seen.add(groups.join());
      const told = groups.map((ids) => ids.split(' '));
      if (fewestIn(told, people.length) < SMALLEST_GROUP)
        expect.fail(JSON.stringify({ people, rounds: rounds.map(({ survey, audience }) => ({ survey, audience })) }));
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(1000);
});
