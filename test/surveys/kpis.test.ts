import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { changeText } from '../../src/slack/messages/change.ts';
import { keepAnswer, newToken } from '../../src/surveys/answers.ts';
import { changeOf } from '../../src/surveys/chance.ts';
import { closeRounds } from '../../src/surveys/close.ts';
import { publishedOf } from '../../src/surveys/results.ts';
import { findRound } from '../../src/surveys/rounds.ts';
import { days, tell } from '../kpi/asking.ts';
import { useDatabase } from '../support/database.ts';
import { begin } from './begin.ts';

const db = useDatabase();
const names = Array.from({ length: 14 }, (_, index) => `P${index + 10}`);
/** Six are in North, five in South, three in West. */
const teamOf = (index: number) => (index < 6 ? 'North' : index < 11 ? 'South' : 'West');
const march = { period: days('2026-03-01', '2026-03-31') };

let story: Awaited<ReturnType<typeof tell>>;

/** A round that opens on a day and closes five days later; of everybody these scores, of who has none no answer. */
async function hold(instrument: 'pulse' | 'enps', day: string, scores: readonly (number | null)[], only?: string) {
  const { id: workspaceId } = await db().workspace.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const members = await db().member.findMany({ where: { workspaceId, name: { in: names } }, orderBy: { name: 'asc' } });
  const teams = await db().team.findMany({ where: { workspaceId } });
  const team = (name: string) => teams.find((each) => each.name === name)!.id;
  const whom = members.flatMap(({ id: memberId }, index) =>
    only && teamOf(index) !== only ? [] : [{ memberId, teamId: team(teamOf(index)) }],
  );
  const opened = Temporal.Instant.from(`${day}T08:00:00Z`);
  const of = { workspaceId, instrument, teamId: only ? team(only) : null };
  const round = await begin(db(), { ...of, howMany: 1, invited: whom }, opened);
  const [question] = round.questions;
  for (const [index, { memberId }] of whom.entries()) {
    const score = scores[index];
    if (score == null) continue;
    const { teamId } = await db().pulseInvitation.findFirstOrThrow({ where: { roundId: round.id, memberId } });
    await keepAnswer(db(), round, { token: newToken(), teamId, scores: { [question!.id]: score } });
  }
  await closeRounds(db(), round.closesAt);
  return publishedOf(db(), (await findRound(db(), workspaceId, round.id))!, null);
}

beforeAll(async () => {
  story = await tell(db(), {
    people: Object.fromEntries(names.map((name) => [name, {}])),
    belongs: names.map((who, index) => ({ who, team: teamOf(index) })),
  });
  // Six are too few to publish how far apart they are.
  await hold('pulse', '2025-10-06', [5, 5, 5, 5, 5, 5, ...names.slice(6).map(() => null)]);
  await hold(
    'pulse',
    '2025-11-03',
    names.map(() => 1),
  );
  // North 5 5 4 4 3 3, South 2 2 2 2 2, West 1 and 1; one of West says nothing.
  await hold('pulse', '2026-03-02', [5, 5, 4, 4, 3, 3, 2, 2, 2, 2, 2, 1, 1, null]);
  // North 10 10 9 8 6 0, South 9 9 9 9 9, West 7 7 7.
  await hold('enps', '2026-03-09', [10, 10, 9, 8, 6, 0, 9, 9, 9, 9, 9, 7, 7, 7]);
  await hold('pulse', '2026-03-24', [1, 1, 1, 1, 1, 1], 'North');
});

it('satisfaction is the mean of all answers on a scale to 100, of everybody and of teams that are large enough', async () => {
  // 36 of 13 answers; a round of one team is not one of everybody.
  expect(await story.kpi('employee_satisfaction', march)).toMatchObject({ value: (25 * (36 - 13)) / 13 });
});

it('a team too small is not told of, nor one beside which too few would be left', async () => {
  const early = { period: days('2026-03-01', '2026-03-10') };
  // West has two answers; beside North and South alone they would be two.
  expect(await story.groups('employee_satisfaction', 'team', early)).toEqual({ North: 75, South: null, West: null });
  expect(await story.kpi('employee_satisfaction', { ...early, whose: 'team South' })).toMatchObject({
    value: null,
    noData: 'not_surveyed',
  });
  expect(await story.kpi('employee_satisfaction', { ...march, whose: 'team North' })).toMatchObject({
    value: (25 * (24 + 6 - 12)) / 12,
  });
});

it('eNPS is the share of promoters less that of detractors', async () => {
  expect(await story.kpi('enps', march)).toMatchObject({ value: (100 * (8 - 2)) / 14 });
});

it('participation is of all who were asked', async () => {
  expect(await story.kpi('pulse_participation', march)).toMatchObject({ value: 27 / 28 });
});

it('before a survey has closed there is no data, and of a person never', async () => {
  expect(await story.kpi('employee_satisfaction', { period: days('2026-02-01', '2026-02-28') })).toMatchObject({
    value: null,
    noData: 'not_surveyed',
  });
  expect(await story.kpi('enps', { ...march, whose: 'P10' })).toMatchObject({ value: null, noData: 'of_groups' });
});

it('calls a change what the results of the rounds call one, so that both say the same', async () => {
  const some = (count: number, high: number, low: number) => names.map((_, index) => (index < count ? high : low));
  const april = await hold('pulse', '2026-04-16', some(4, 5, 2));
  const may = await hold('pulse', '2026-05-08', some(5, 5, 2));
  const june = await hold('pulse', '2026-05-30', some(12, 5, 4));
  const measured = (result: typeof april) => ({ score: result!.score!, margin: result!.margin! });
  const inMonth = (month: number) =>
    story.kpi('employee_satisfaction', { period: { kind: 'month', month, year: 2026 } });
  const [inMay, inJune] = [await inMonth(5), await inMonth(6)];
  expect(inMay.changeMargin).toBeCloseTo(Math.hypot(may!.margin!, april!.margin!), 9);
  expect([changeOf(measured(may), measured(april)), changeText(inMay, 'up')]).toEqual([
    'same',
    '≈ 46 before, no more than chance',
  ]);
  expect(changeOf(measured(june), measured(may))).toBe('rose');
  expect(changeText(inJune, 'up')).toMatch(/^▲.*better$/);
});

it('tells no change where it is not published how far apart people are', async () => {
  const november = await story.kpi('employee_satisfaction', { period: { kind: 'month', month: 11, year: 2025 } });
  expect(november).toMatchObject({ value: 0, previous: 100, changeMargin: null });
  expect(changeText(november, 'up')).toBe('– (100 before)');
});
