// What is told as a number of rounds that have closed: of which of them a KPI is made for whom, and what is compared with what.
import { beforeAll, expect, it } from 'vitest';
import { Problem } from '../../src/errors.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { mayBeTold } from '../../src/kpi/may-be-told.ts';
import type { Question } from '../../src/kpi/question.ts';
import { everyReader, type SurveyReader } from '../../src/kpi/survey-reader.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import { pulseResultsMessage } from '../../src/slack/messages/pulse-results.ts';
import { resultsFor } from '../../src/slack/outgoing/pulse-results.ts';
import { findReadable } from '../../src/surveys/readable.ts';
import { publishedOf } from '../../src/surveys/results.ts';
import type { Round } from '../../src/surveys/rounds.ts';
import { roundsBefore } from '../../src/surveys/same-survey.ts';
import { useDatabase } from '../support/database.ts';
import { type ClosedRounds, closedRounds, march20, names } from './closed-rounds.ts';
import { held } from './held.ts';

const db = useDatabase();
let story: ClosedRounds['story'];
let rounds: ClosedRounds['rounds'];
let reader: ClosedRounds['reader'];
beforeAll(async () => {
  ({ story, rounds, reader } = await closedRounds(db()));
});

const ids = (all: readonly Round[]) => all.map(({ id }) => id);

it('a course is of rounds that asked the same people the same', async () => {
  expect(ids(await roundsBefore(db(), rounds.march))).toEqual([rounds.january.id]);
  expect(await roundsBefore(db(), rounds.enps)).toEqual([]);
});

it('a round tells how far apart all its people are, and no group of it does', async () => {
  const rows = await db().pulseResult.findMany({ where: { roundId: rounds.march.id } });
  const told = rows.filter(({ spread }) => spread !== null);
  // Nine said 4 and eight said 3: 12.8 on the scale to 100.
  expect(told).toMatchObject([{ teamId: null, question: null, spread: 15 }]);
  expect((await publishedOf(db(), rounds.march, null))?.margin).toBeCloseTo((1.96 * 15) / Math.sqrt(17));
  const enps = await db().pulseResult.findMany({ where: { roundId: rounds.enps.id } });
  expect(enps.every(({ spread }) => spread === null)).toBe(true);
});

const whole: Question = {
  ...{ kpis: ['enps'], whose: { scope: 'workspace' }, period: { kind: 'this', unit: 'month' }, by: [] },
};
const team = (name: string): Question['whose'] => ({ scope: 'team', teamIds: [story.id('team', name)] });

const asks = async (name: string, question: Partial<Question>) => {
  const { workspace, id } = story;
  const directory = await loadDirectory(db(), workspace.id);
  const asker = { id: id('member', name), role: 'rep' as const };
  const asking = { db: db(), workspace, directory, now: march20 };
  return mayBeTold({ ...whole, ...question }, asker, asking).then(
    () => 'told',
    (cause: unknown) => (cause instanceof Problem ? cause.code : String(cause)),
  );
};

it('what surveys have published of everybody may be asked by everybody who was asked, and by nobody else', async () => {
  expect(await asks('P10', {})).toBe('told');
  expect(await asks('P20', { kpis: ['employee_satisfaction', 'pulse_participation'] })).toBe('told');
  expect(await asks('Zoe', {})).toBe('refusal.person');
});

it('other teams’ results, and other numbers of everybody, stay who they are for', async () => {
  expect(await asks('P10', { by: ['team'] })).toBe('refusal.person');
  expect(await asks('P10', { whose: team('South') })).toBe('refusal.person');
  expect(await asks('P10', { kpis: ['enps', 'revenue'] })).toBe('refusal.person');
  expect(await asks('P10', { kpis: ['revenue'] })).toBe('refusal.person');
  expect(await asks('P10', { kpis: ['enps'], where: [{ by: 'rep', keys: [story.id('member', 'P20')] }] })).toBe(
    'refusal.person',
  );
});

it('what a team says of its work is for who leads it, and for its people only where they alone were asked', async () => {
  // The nine of North were asked alone, too.
  expect(await asks('P10', { whose: team('North') })).toBe('told');
  expect(await asks('P19', { whose: team('South') })).toBe('refusal.survey_team');
  expect(await asks('P19', { whose: team('South'), kpis: ['revenue', 'pulse_participation'] })).toBe(
    'refusal.survey_team',
  );
  expect(await asks('P19', { whose: team('South'), kpis: ['revenue'] })).toBe('told');
});

/** As each reads it; null: nothing is told. */
const valueFor = async (reads: SurveyReader | undefined, kpi: string, question: Partial<Question> = {}) => {
  const { workspace } = story;
  const directory = await loadDirectory(db(), workspace.id);
  const asking = { db: db(), workspace, directory, now: march20, ...(reads ? { reads } : {}) };
  const year = { kind: 'this', unit: 'year' } as const;
  const { kpis, groups } = await evaluate(asking, { ...whole, period: year, kpis: [kpi], ...question });
  const value = kpis[0]?.value;
  const told = groups.flatMap(({ label, kpis }) => (kpis[0]?.value == null ? [] : [label]));
  return question.by ? told : value == null ? null : Math.round(Number(value));
};

it('a number is made of the rounds that its reader reads, and of nothing else', async () => {
  // In January all said 2; in March nine said 4 and eight 3.
  const all = (25 * (22 + 9 * 3 + 8 * 2)) / (22 + 17);
  expect(await valueFor(everyReader, 'employee_satisfaction')).toBe(Math.round(all));
  expect(await valueFor(reader('P20'), 'employee_satisfaction')).toBe(Math.round(all));
  expect(await valueFor(reader('Yuri'), 'employee_satisfaction')).toBeNull();
  expect(await valueFor(reader('Yuri'), 'enps')).not.toBeNull();
  expect(await valueFor(reader('Zoe', 'North'), 'employee_satisfaction')).toBeNull();
  expect(await valueFor(undefined, 'enps')).toBeNull();
});

it('of a team its people read the rounds that asked just them, and who leads it all', async () => {
  const ofNorth = { whose: team('North') };
  expect(await valueFor(reader('P10'), 'employee_satisfaction', ofNorth)).toBeNull();
  // All nine said 9, when they alone were asked.
  expect(await valueFor(reader('P10'), 'enps', ofNorth)).toBe(100);
  expect(await valueFor(reader('Zoe', 'North'), 'enps', ofNorth)).toBeLessThan(100);
  expect(await valueFor(reader('Zoe', 'North'), 'employee_satisfaction', ofNorth)).toBe(50);
  expect(await valueFor(reader('Zoe', 'South'), 'enps', ofNorth)).toBeNull();
  expect(await valueFor(reader('Zoe', 'North'), 'employee_satisfaction', { by: ['team'] })).toEqual(['North']);
  expect(await valueFor(everyReader, 'employee_satisfaction', { by: ['team'] })).toEqual(['North', 'South']);
});

it('an eNPS in other words is another question: nothing is compared with it, and the results say since when', async () => {
  const { workspace, id } = story;
  const people = names.map((name, index) => ({ memberId: id('member', name), teamId: null, says: 6 + (index % 5) }));
  const july = await held(db(), { workspaceId: workspace.id, instrument: 'enps', day: '2026-07-06', people });
  const directory = await loadDirectory(db(), workspace.id);
  const told = async () => {
    const round = (await findReadable(db(), workspace.id, everyReader, july.id))!;
    return resultsFor(round, { id: '', role: 'admin' }, { db: db(), workspace, directory });
  };
  const same = await told();
  expect([same.everybody?.earlier.map(({ when }) => when), same.reworded]).toEqual([['Mar 2026'], null]);
  const [question] = rounds.enps.questions;
  await db().pulseRound.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: rounds.enps.id } },
    data: { questions: [{ ...question!, text: 'Would you recommend us?' }] },
  });
  const other = await told();
  expect([other.everybody?.earlier, other.reworded]).toEqual([[], 'Mar 2026']);
  expect(JSON.stringify(pulseResultsMessage(other).blocks)).toContain(
    'The questions have changed since Mar 2026, so nothing is compared with that.',
  );
  expect(pulseResultsMessage(other).text).not.toMatch(/Course|About the same/);
});
