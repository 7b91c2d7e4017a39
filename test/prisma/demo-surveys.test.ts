// What a newcomer finds about customers and about the team itself, before anybody has answered anything.
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, test } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import { type Asking, evaluate } from '../../src/kpi/evaluate.ts';
import { everyReader } from '../../src/kpi/survey-reader.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import { standingOf } from '../../src/reports/alerts.ts';
import { schedulesOf } from '../../src/schedule/schedule.ts';
import { resultsFor } from '../../src/slack/outgoing/pulse-results.ts';
import { openCases } from '../../src/surveys/customers/cases.ts';
import { lastClosed } from '../../src/surveys/readable.ts';
import { useDatabase } from '../support/database.ts';

const today = Temporal.PlainDate.from('2026-11-19');
const now = Temporal.Instant.from('2026-11-19T14:20:00Z');
const db = useDatabase();
let asking: Asking;
beforeAll(async () => {
  const { workspaceId } = await seedDemo(db(), { today, now, slackTeamId: 'T01NORTHWND' });
  const workspace = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  asking = { db: db(), workspace, directory: await loadDirectory(db(), workspaceId), now, reads: everyReader };
}, 120_000);

const called = (name: string) => asking.directory.members.find((member) => member.name === name)!;
const thisMonth: PeriodSpec = { kind: 'this', unit: 'month' };

test('there are open cases with words, also of the customers of who one plays first', async () => {
  const since = today.subtract({ days: 90 });
  const ofAnna = await openCases(
    db(),
    asking.workspace.id,
    { memberIds: [called('Anna Berger').id], since, today },
    20,
  );
  expect(ofAnna.length).toBeGreaterThan(0);
  const all = await openCases(db(), asking.workspace.id, { memberIds: null, since, today }, 50);
  expect(all.length).toBeGreaterThan(ofAnna.length);
  expect(all.filter(({ comment }) => comment).length).toBeGreaterThan(all.length / 2);
});

test('the numbers of the surveys answer for this month', async () => {
  const kpis = ['nps', 'employee_satisfaction', 'enps', 'pulse_participation'];
  const ask = (by: 'team' | 'region' | null, asked: string[]) =>
    evaluate(asking, { kpis: asked, whose: { scope: 'workspace' }, period: thisMonth, by: by ? [by] : [] });
  const { kpis: values } = await ask(null, kpis);
  expect(values.filter(({ value }) => value === null)).toEqual([]);
  const satisfaction = Number(values[1]?.value);
  expect(satisfaction).toBeGreaterThan(40);
  expect(satisfaction).toBeLessThan(90);
  expect((await ask('team', ['employee_satisfaction'])).groups.length).toBeGreaterThan(0);
  expect((await ask('region', ['nps'])).groups.length).toBeGreaterThan(1);
});

test('the last round is read by who was asked, with what it was before; comments by the admin', async () => {
  const anna = called('Anna Berger');
  const closed = await lastClosed(db(), asking.workspace.id, { memberId: anna.id, leads: [] });
  expect(closed.map(({ instrument }) => instrument).sort()).toEqual(['enps', 'pulse']);
  const pulse = closed.find(({ instrument }) => instrument === 'pulse')!;
  const read = await resultsFor(pulse, anna, asking);
  expect(read.everybody).toMatchObject({
    now: { answers: 13, invited: 14 },
    earlier: [{ result: { answers: 12, invited: 14 } }],
  });
  expect(read.everybody?.now.questions).toHaveLength(5);
  expect(read.comments).toEqual([]);
  expect((await resultsFor(pulse, called('Tobias Kern'), asking)).comments.length).toBeGreaterThan(2);
});

test('of the answers of those rounds nothing is left but what was published', async () => {
  const answers = await db().pulseAnswer.findMany();
  expect(answers.filter(({ scores }) => Object.keys(scores as object).length > 0)).toEqual([]);
  expect(answers.filter(({ comment }) => comment === null)).toEqual([]);
});

test('the surveys rest, and the admin hears when customers become unhappier', async () => {
  const all = await schedulesOf(db(), asking.workspace.id);
  expect(all.map(({ what, isPaused }) => [what.kind, isPaused])).toEqual([
    ['digest', false],
    ['alert', false],
    ['pulse', true],
    ['pulse', true],
  ]);
  const alert = all.flatMap(({ what }) => (what.kind === 'alert' ? what.rule : []))[0]!;
  expect((await standingOf(asking, alert)).isBroken).not.toBeNull();
});
