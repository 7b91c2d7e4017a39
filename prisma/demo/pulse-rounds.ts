import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../src/db/client.ts';
import { groupsOf, SMALLEST_GROUP } from '../../src/surveys/groups.ts';
import { type AskedQuestion, enpsQuestion, type Instrument, nextQuestions } from '../../src/surveys/questions.ts';
import { type Counted, commentsOf, resultsOf } from '../../src/surveys/results.ts';
import { cast, company } from './cast.ts';
import { idOf } from './ids.ts';
import { memberId, teamId } from './people-rows.ts';
import { type Random, randomFrom } from './random.ts';
import { fromThoseAtWork } from './survey-words.ts';
import { type Timeline, timelineTo } from './timeline.ts';

interface RoundStory {
  key: string;
  instrument: Instrument;
  questions: readonly AskedQuestion[];
  openDays: number;
  closedOn: Temporal.PlainDate;
  /** Who did not answer. */
  silent: readonly string[];
  /** How much better or worse all answered than the time before, in steps of the scale. */
  mood: number;
}

const CLOSES_AT = '10:00';

/**
 * What surveys of the team have published by the first day of the demo: two of how work feels, a month apart, and whether they
 * would recommend it. As after any round that has closed, the answers themselves are nowhere.
 */
export async function writeRounds(
  tx: Transaction,
  workspaceId: string,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<void> {
  const timeline = timelineTo(today, now);
  const last = lastWorkingMorning(today, now, timeline);
  const before = lastWorkingMorning(last.subtract({ months: 1 }), now, timeline);
  const first = nextQuestions(5, []);
  const second = nextQuestions(
    5,
    first.map(({ id }) => id),
  );
  const pulse = { instrument: 'pulse', openDays: 7 } as const;
  const stories: RoundStory[] = [
    { ...pulse, key: 'pulse 1', questions: first, closedOn: before, silent: ['Mia Fischer', 'Noah Adler'], mood: 0 },
    { ...pulse, key: 'pulse 2', questions: second, closedOn: last, silent: ['Mia Fischer'], mood: 0.3 },
    {
      ...{ key: 'enps 1', instrument: 'enps', questions: [enpsQuestion()], openDays: 14 },
      ...{ closedOn: last, silent: ['David Okafor'], mood: 0 },
    },
  ];
  for (const story of stories) await writeRound(tx, workspaceId, story);
}

async function writeRound(tx: Transaction, workspaceId: string, story: RoundStory): Promise<void> {
  const { key, instrument, questions, openDays, closedOn } = story;
  const roundId = idOf('pulse round', key);
  const closesAt = closedOn.toZonedDateTime({ timeZone: company.zone, plainTime: CLOSES_AT });
  const date = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds);
  const when = { openedAt: date(closesAt.subtract({ days: openDays })), closesAt: date(closesAt) };
  const about = { instrument, teamId: null, questions: [...questions], closedOn: new Date(closedOn.toString()) };
  await tx.pulseRound.create({
    data: { workspaceId, id: roundId, scheduleId: idOf('schedule', instrument), ...about, ...when },
  });
  const invited = invitations();
  await tx.pulseInvitation.createMany({
    data: invited.map(({ name, teamId: own }) => ({ workspaceId, roundId, memberId: memberId(name), teamId: own })),
  });
  const answers = invited.flatMap(({ name, teamId: own }) =>
    story.silent.includes(name) ? [] : [{ teamId: own, ...answerOf(name, story) }],
  );
  const results = resultsOf(questions, answers, countsOf(invited));
  await tx.pulseResult.createMany({
    data: results.map((result) => ({
      ...{ workspaceId, roundId, ...result },
      id: idOf('pulse result', [key, result.teamId, result.question].join(' ')),
    })),
  });
  const { kept, teamIds } = commentsOf(answers);
  const comments = kept.map(({ comment, teamId: own }) => ({
    ...{ workspaceId, roundId, comment, scores: {}, token: idOf('pulse comment', `${key} ${comment}`) },
    teamId: own !== null && teamIds.includes(own) ? own : null,
  }));
  // As after any round, their order says nothing of who wrote them.
  await tx.pulseAnswer.createMany({ data: comments.sort((one, other) => (one.token < other.token ? -1 : 1)) });
}

/** As a round that begins counts them: those of a team that is too small are of none. */
function invitations(): { name: string; teamId: string | null }[] {
  const all = cast.map(({ name, team }) => ({ name, teamId: teamId(team) }));
  const { teamIds } = groupsOf(countsOf(all), SMALLEST_GROUP);
  return all.map(({ name, teamId: own }) => ({ name, teamId: teamIds.includes(own) ? own : null }));
}

function countsOf(people: readonly { teamId: string | null }[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { teamId: own } of people) counts.set(own, (counts.get(own) ?? 0) + 1);
  return counts;
}

function answerOf(name: string, { key, questions, mood }: RoundStory): Omit<Counted, 'teamId'> {
  const random = randomFrom(`${key} of ${name}`);
  const scores = questions.map(({ id, driver, to }) => [
    id,
    to === 10 ? loyalty(random) : scored(driver, mood, random),
  ]);
  // Everybody says something of their own, and not every time.
  const own = fromThoseAtWork[cast.findIndex((person) => person.name === name)] ?? null;
  return { scores: Object.fromEntries(scores), comment: random.chance(0.7) ? own : null };
}

/** Tools and workload are what they are least content with, the team most. */
const means: Record<string, number> = { tools: 2.9, workload: 3.1, growth: 3.4, pay: 3.5, team: 4.4 };

const scored = (driver: string | null, mood: number, random: Random) =>
  Math.min(5, Math.max(1, Math.round((means[driver ?? ''] ?? 3.8) + mood + random.between(-1.2, 1.2))));

const loyalty = (random: Random) =>
  random.weighted([
    [10, 4],
    [9, 5],
    [8, 4],
    [7, 3],
    [5, 2],
    [3, 1],
  ] as const);

/** The last day up to one on which people work and whose ten o'clock is over. */
function lastWorkingMorning(
  day: Temporal.PlainDate,
  now: Temporal.Instant,
  { days, today }: Timeline,
): Temporal.PlainDate {
  const known = days.slice(0, today + 1).filter(({ isWorking, on }) => isWorking && on <= day.toString());
  const isOver = (on: string) =>
    Temporal.Instant.compare(
      Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: company.zone, plainTime: CLOSES_AT }).toInstant(),
      now,
    ) <= 0;
  const last = known.findLast(({ on }) => isOver(on));
  if (!last) throw new RangeError('nobody has worked before this day');
  return Temporal.PlainDate.from(last.on);
}
