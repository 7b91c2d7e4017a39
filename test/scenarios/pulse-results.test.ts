// What came of surveys is read: the last round with its course and picture, earlier ones, and all of it as a file.

import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { useBot } from '../support/bot.ts';
import type { Who } from '../support/office.ts';
import { people } from '../support/office.ts';
import { imageIn, labels, words } from '../support/reading.ts';
import { begin } from '../surveys/begin.ts';
import { answered, held } from '../surveys/held.ts';

const bot = useBot();
const asked = ['anna', 'jonas', 'loud', 'noah', 'marta', 'sofia'] as const;

const told = (who: Who) => bot().as(who).told();
const results = (who: Who) => told(who).filter(({ text }) => /^How is work\? What/.test(text));

/** All six of them, each with what they say. */
async function everybody(says: readonly number[]) {
  const members = await bot().db.member.findMany();
  const teams = await bot().db.team.findMany();
  return asked.map((who, index) => ({
    memberId: members.find(({ slackUserId }) => slackUserId === people[who].id)!.id,
    teamId: teams.find(({ name }) => name === (who === 'sofia' ? 'South' : 'North'))!.id,
    says: says[index]!,
  }));
}

beforeAll(async () => {
  const { db } = bot();
  await bot().allLiveIn('Europe/Berlin');
  const { id: workspaceId } = await db.workspace.findFirstOrThrow();
  const of = { workspaceId, instrument: 'pulse' } as const;
  await held(db, { ...of, day: '2026-01-05', people: await everybody([1, 1, 2, 2, 1, 1]) });
  await held(db, { ...of, day: '2026-02-02', people: await everybody([3, 3, 3, 3, 3, 4]) });
  // They were told when that was.
  await db.delivery.deleteMany();
  const invited = await everybody([5, 5, 4, 4, 5, 5]);
  const round = await begin(
    db,
    { ...of, teamId: null, howMany: 3, invited },
    Temporal.Instant.from('2026-03-13T09:30:00Z'),
  );
  await answered(db, round, invited);
});

test('when a round closes, everybody who was asked gets its score in words, its course, and a picture of that', async () => {
  await bot().goTo('2026-03-18T10:45');
  for (const who of asked) await expect.poll(() => results(who).length).toBe(1);
  const [own] = results('anna');
  const said = words(own!);
  // 28 of six: a mean of 4.67.
  expect(said).toContain('What 6 of 6 answered (100 %)');
  expect(said).toContain('*Satisfaction 92 of 100*, as if all said “fully”');
  expect(said).toContain('Course: Jan 2026 8 · Feb 2026 54 · *Mar 2026 92*');
  expect(said).toMatch(/About the same as in Feb 2026 \(54\)[\s\S]*From the strongest to the weakest:\n1\. /);
  expect(imageIn(own!)?.alt).toMatch(/^Column chart: How is work\?, .* Last: Mar 2026 92\./);
  expect(labels(own!)).toEqual(['Earlier rounds', 'As CSV']);
  // The same picture for all: it was uploaded once.
  expect(new Set(asked.map((who) => imageIn(results(who)[0]!)?.fileId)).size).toBe(1);
  expect(said).not.toMatch(/North(?!wind)/);
});

const accessories = (message: Message) =>
  (message.blocks as { accessory?: { action_id: string; value: string; accessibility_label: string } }[]).flatMap(
    ({ accessory }) => accessory ?? [],
  );

test('earlier rounds are a list, and each can be read', async () => {
  const anna = bot().as('anna');
  const list = await anna.presses(results('anna')[0]!, 'Earlier rounds');
  const lines = words(list).split('\n');
  expect(lines).toEqual([
    '*Earlier rounds*',
    '*Mar 2026* Pulse of everyone: 92, 6 of 6 answered',
    '*Feb 2026* Pulse of everyone: 54, 6 of 6 answered',
    '*Jan 2026* Pulse of everyone: 8, 6 of 6 answered',
  ]);
  const [, february] = accessories(list);
  expect(february!.accessibility_label).toBe('Read: Pulse, Feb 2026');
  await bot().sandbox.click(anna.id, list, february!.action_id, february!.value);
  const shown = () => told('anna').find(({ ts }) => ts === list.ts)!;
  await expect.poll(() => words(shown())).toContain('*Satisfaction 54 of 100*');
  expect(words(shown())).not.toContain('Mar 2026');
  // Back through where she came from, to the message of the round that has closed.
  const again = await anna.presses(shown(), 'Back');
  expect(words(again).split('\n')).toEqual(lines);
  const closed = await anna.presses(again, 'Back');
  expect(words(closed)).toContain('*Satisfaction 92 of 100*');
  expect(labels(closed)).toEqual(['Earlier rounds', 'As CSV']);
});

test('a round is also asked for by when it was', async () => {
  const jonas = bot().as('jonas');
  expect(words(await jonas.types('/pulse results 2026-01'))).toContain('*Satisfaction 8 of 100*');
  const all = await jonas.types('/pulse results 2026');
  expect(words(all).match(/Satisfaction \d+/g)).toEqual(['Satisfaction 92', 'Satisfaction 54', 'Satisfaction 8']);
  const read = await jonas.presses(all, 'Read all of it');
  const listed = await jonas.presses(read, 'Back');
  expect(words(listed)).toBe(words(all));
  expect((await jonas.types('/pulse results 2025')).text).toContain('No round closed in 1 Jan – 31 Dec 2025');
  expect((await jonas.types('/pulse results revenue')).text).toContain('“revenue” is no time that I know');
});

test('who was not asked reads nothing', async () => {
  const nina = bot().as('nina');
  for (const words of ['results', 'results 2026', 'export'])
    expect((await nina.types(`/pulse ${words}`)).text).toMatch(/^No (survey has closed yet|round closed in)/);
});

test('the file has what was published of everybody: no team beside which one would be left', async () => {
  const marta = bot().as('marta');
  const sent = await marta.types('/pulse export');
  const [, url] = /^The results of 3 rounds are in <(\S+)\|your messages with me>\.$/.exec(sent.text)!;
  const csv = await (await fetch(`${url}?as=${marta.id}`)).text();
  const lines = csv.trim().split('\r\n');
  expect(lines).toContain('Pulse,Everyone,2026-03-13,2026-03-18,Everyone,,,6,91.7,1');
  // Three wholes, one question in each of the first two rounds and three in the last.
  expect(lines).toHaveLength(1 + 3 + 1 + 1 + 3);
  expect(csv).not.toMatch(/North|South/);
});

test('a rep asks the published number of everybody like any other', async () => {
  const { text } = await bot().as('sofia').types('/kpi employee satisfaction everyone 2026-03');
  expect(text).toContain('91.7');
  for (const asked of [
    'employee satisfaction by team 2026-03',
    'employee satisfaction team North 2026-03',
    'employee satisfaction 2026-03',
  ]) {
    const { text: instead } = await bot().as('sofia').types(`/kpi ${asked}`);
    expect(instead).toMatch(
      /^Surveys tell nothing of one person, and of a team only to who leads it[\s\S]*`\/pulse results`[\s\S]*91\.7/,
    );
  }
  expect((await bot().as('nina').types('/kpi employee satisfaction by team 2026-03')).text).not.toContain('91.7');
  expect((await bot().as('sofia').types('/kpi revenue everyone')).text).not.toMatch(/\$/);
});
