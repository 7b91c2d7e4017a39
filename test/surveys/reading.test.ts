// Who reads what of rounds that have closed: in Slack, as a file and at the command line; and who may promise something about it.
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { exported as exportedTo } from '../../commands/pulse/export.ts';
import { results, resultsPresses } from '../../commands/pulse/results.ts';
import { kpiCommand } from '../../src/cli/kpi.ts';
import { pulseCommand } from '../../src/cli/pulse.ts';
import { surveyReader } from '../../src/kpi/survey-reader.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import type { Reply } from '../../src/slack/command.ts';
import { pulseResultsMessage } from '../../src/slack/messages/pulse-results.ts';
import { resultsFor } from '../../src/slack/outgoing/pulse-results.ts';
import { actsFor, addAction } from '../../src/surveys/actions.ts';
import { askedIn } from '../../src/surveys/asked-actions.ts';
import { publishedRows } from '../../src/surveys/export.ts';
import { allClosed, findReadable, lastClosed } from '../../src/surveys/readable.ts';
import { type Round, startRound } from '../../src/surveys/rounds.ts';
import { useDatabase } from '../support/database.ts';
import { Written } from '../support/written.ts';
import { type ClosedRounds, closedRounds, march20, names, teamOf } from './closed-rounds.ts';

const db = useDatabase();
let story: ClosedRounds['story'];
let rounds: ClosedRounds['rounds'];
let reader: ClosedRounds['reader'];
beforeAll(async () => {
  ({ story, rounds, reader } = await closedRounds(db()));
});

const ids = (all: readonly Round[]) => all.map(({ id }) => id);

it('who was asked reads a round; who joined later, or is in another team, does not', async () => {
  const { workspace } = story;
  const { january, march, north, enps } = rounds;
  expect(ids(await allClosed(db(), workspace.id, reader('P10')))).toEqual(ids([enps, march, north, january]));
  expect(ids(await allClosed(db(), workspace.id, reader('P20')))).toEqual(ids([enps, march, january]));
  expect(await allClosed(db(), workspace.id, reader('Zoe'))).toEqual([]);
  // Who was asked once does not read what others were asked before.
  expect(ids(await allClosed(db(), workspace.id, reader('Yuri')))).toEqual([enps.id]);
  expect(await findReadable(db(), workspace.id, reader('P20'), north.id)).toBeNull();
  expect(await findReadable(db(), workspace.id, reader('P10'), north.id)).toMatchObject({ id: north.id });
});

it('who leads a team that was asked reads it without being asked, and of a round of everybody that team alone', async () => {
  const { workspace } = story;
  const led = await allClosed(db(), workspace.id, reader('Zoe', 'North'));
  expect(led).toHaveLength(4);
  expect(ids(led.filter(({ readsWhole }) => readsWhole))).toEqual([rounds.north.id]);
  // West is too small to be counted by itself.
  expect(await allClosed(db(), workspace.id, reader('Zoe', 'West'))).toEqual([]);
  const all = await lastClosed(db(), workspace.id, { memberId: '', leads: 'all' });
  expect(ids(all).sort()).toEqual(ids([rounds.march, rounds.north, rounds.enps]).sort());
});

it('those of some days are asked for by the day they closed on', async () => {
  const within = { from: Temporal.PlainDate.from('2026-03-01'), to: Temporal.PlainDate.from('2026-03-14') };
  expect(ids(await allClosed(db(), story.workspace.id, reader('P10'), within))).toEqual([rounds.march.id]);
});

const exported = async (readable: readonly string[], which: readonly Round[], readsWhole = true) => {
  const { teams } = await loadDirectory(db(), story.workspace.id);
  const about = { readable: teams.filter(({ name }) => readable.includes(name)), teams, zone: 'UTC' };
  const read = which.map((round) => ({ ...round, readsWhole }));
  return publishedRows(db(), read, about);
};

it('the file holds what is published to its reader, group by group, and nothing of those too small', async () => {
  const whole = (rows: Awaited<ReturnType<typeof exported>>) => rows.filter(({ question }) => question === null);
  const { march, north } = rounds;
  expect(whole(await exported([], [march]))).toEqual([
    {
      ...{ instrument: 'pulse', asked: null, from: '2026-03-02', to: '2026-03-07', group: null, question: null },
      ...{ driver: null, answers: 17, score: (25 * (9 * 3 + 8 * 2)) / 17, participation: 17 / 22 },
    },
  ]);
  const all = whole(await exported(['North', 'South', 'West'], [march, north]));
  expect(all.map(({ asked, group, score }) => [asked, group, score && Math.round(score)])).toEqual([
    [null, null, 63],
    [null, 'North', 75],
    [null, 'South', 50],
    ['North', 'North', 100],
  ]);
  expect(whole(await exported(['North'], [march], false)).map(({ group }) => group)).toEqual(['North']);
  const rows = await exported(['North', 'South', 'West'], Object.values(rounds));
  expect(rows.every(({ answers }) => answers >= 5)).toBe(true);
});

it('at the command line it is the same file, or the last results in words', async () => {
  const run = async (...args: string[]) => {
    const [out, err] = [new Written(), new Written()];
    const code = await pulseCommand(args, { db: db(), out, err });
    return { code, out: out.text, err: err.text };
  };
  const { out } = await run('--csv');
  const lines = out.split('\r\n');
  expect(lines[0]).toBe('survey,asked,from,to,group,question,driver,answers,score,participation');
  expect(lines).toContain('Pulse,Everyone,2026-03-02,2026-03-07,North,,,9,75,1');
  expect(lines).toContain('Pulse,Everyone,2026-03-02,2026-03-07,Everyone,,,17,63.2,0.773');
  expect(out).not.toContain('West');
  expect((await run()).out).toContain('How is work? What 17 of 22 answered (77 %)\nSatisfaction 63 of 100');
  expect(await run('last')).toMatchObject({ code: 1, err: expect.stringContaining('"last" is nothing') });
  const [json, err] = [new Written(), new Written()];
  const clock = () => Temporal.Instant.from('2026-03-20T12:00:00Z');
  await kpiCommand(['employee satisfaction by team 2026-03', '--json'], { db: db(), clock, out: json, err });
  const { groups } = z
    .object({
      groups: z.array(z.object({ label: z.string(), kpis: z.array(z.object({ value: z.number().nullable() })) })),
    })
    .parse(JSON.parse(json.text));
  expect(groups.map(({ label, kpis }) => [label, kpis[0]?.value])).toEqual([
    ['North', 75],
    ['South', 50],
    ['West', null],
  ]);
});

it('whom a round has not asked reads their team’s results in place of everybody’s, and may promise something to that team alone', async () => {
  const { workspace, id } = story;
  await db().team.updateMany({ where: { name: 'North' }, data: { managerId: id('member', 'Zoe') } });
  const directory = await loadDirectory(db(), workspace.id);
  const zoe = { id: id('member', 'Zoe'), role: 'manager' } as const;
  const march = (await findReadable(db(), workspace.id, surveyReader(zoe, directory), rounds.march.id))!;
  const told = await resultsFor(march, zoe, { db: db(), workspace, directory });
  expect(told).toMatchObject({ team: 'North', teams: [], everybody: { now: { answers: 9, score: 75 } } });
  expect(told.voices.actions).toEqual({ promised: [], before: [], open: 0 });
  expect(pulseResultsMessage(told).text).toContain('What 9 of 9 in North answered');
  await db().team.updateMany({ where: { name: 'North' }, data: { managerId: null } });
  const nothing = await resultsFor(march, zoe, {
    db: db(),
    workspace,
    directory: await loadDirectory(db(), workspace.id),
  });
  expect(pulseResultsMessage(nothing).text).toContain('Of your team nothing is told');
});

it('… wherever in Slack they ask: results, earlier rounds, and the file', async () => {
  const { workspace, id } = story;
  await db().team.updateMany({ where: { name: 'North' }, data: { managerId: id('member', 'Zoe') } });
  const directory = await loadDirectory(db(), workspace.id);
  const member = { id: id('member', 'Zoe'), name: 'Zoe', role: 'manager' } as const;
  const asked = {
    ...{ db: db(), workspace, directory, now: march20, member, reads: surveyReader(member, directory) },
    ...{ canShare: false, deed: 'deed', customerLinks: () => null, sendsMail: false },
  };
  const said = async (reply: Promise<Reply>) => (await reply).message({ kind: 'none' }).text;
  expect(await said(results('2026-01', asked))).toContain('What 9 of 9 in North answered');
  const pressed = JSON.stringify({ round: rounds.march.id, page: 0 });
  expect((await said(resultsPresses.pulse_earlier!(pressed, asked))).split('\n')).toEqual([
    'Earlier rounds',
    '*Mar 2026* Pulse of North: 75, 9 of 9 answered',
    '*Jan 2026* Pulse of North: 25, 9 of 9 answered',
  ]);
  const file = await (await exportedTo('', asked)).file!();
  const groups = new TextDecoder().decode(file!.content).split('\r\n').slice(1, -1);
  expect(groups.length).toBeGreaterThan(0);
  expect(groups.filter((line) => line.split(',')[4] !== 'North')).toEqual([]);
});

it('whoever leads a team that is told of promises up to three things to it, which the next round asks that team alone', async () => {
  const { workspace, id } = story;
  const { march, north } = rounds;
  const { members, teams } = await loadDirectory(db(), workspace.id);
  const directory = { teams: teams.map((team) => ({ ...team, managerId: id('member', 'Zoe') })) };
  const may = (name: string, round: Round, role: 'rep' | 'manager' | 'admin' = 'manager') =>
    actsFor(db(), round, { id: id('member', name), role }, directory);
  // West is too small to be told of; of a round of one team that team is all it asked.
  expect((await may('Zoe', march)).sort()).toEqual([id('team', 'North'), id('team', 'South')].sort());
  expect([await may('Zoe', north), await may('P20', march), await may('P20', march, 'admin')]).toEqual([
    [null],
    [],
    [null],
  ]);

  const on = Temporal.PlainDate.from('2026-03-12');
  const promise = (teamId: string | null, words: string) =>
    addAction(db(), march, { words, teamId, byId: id('member', 'Zoe'), on });
  for (const words of ['One', 'Two', 'Three']) expect(await promise(id('team', 'North'), words)).toBe(true);
  expect([await promise(id('team', 'North'), 'Four'), await promise(null, 'All')]).toEqual([false, true]);

  const invited = names.map((name, index) => ({
    memberId: members.find((member) => member.name === name)!.id,
    teamId: teamOf(index) && id('team', teamOf(index)!),
  }));
  const at = Temporal.Instant.from('2026-04-10T08:00:00Z');
  const about = { ...march, howMany: 1, invited, closesAt: at.add({ hours: 120 }) };
  const next = await db().$transaction((tx) => startRound(tx, about, at));
  if ('why' in next) throw new Error(next.why);
  const asked = (team: string | null) => askedIn(next, team && id('team', team)).actions.map(({ words }) => words);
  expect([asked('North'), asked('South'), asked(null)]).toEqual([['One', 'Two', 'Three', 'All'], ['All'], ['All']]);
});
