import { beforeEach, expect, it } from 'vitest';
import target from '../../commands/target.ts';
import { useDatabase } from '../support/database.ts';
import { arrive, type Office, openOffice, read, shown, slackIdOf } from './office.ts';

const db = useDatabase();
let office: Office;

beforeEach(async () => {
  office = await openOffice(db());
});

const run = async (words: string, who = 'Maria') => arrive(db(), await target.run(words, await office.asked(who)));
const say = async (words: string, who = 'Maria') => shown(await run(words, who)).said.replaceAll('\u00a0', ' ');

/** Sets a goal and lets some of the people who are told understand it. */
async function setAndRead(words: string, ...readers: string[]) {
  const { notes = [] } = await run(words);
  for (const name of readers) {
    const note = notes.find(({ to }) => to.slackUserId === slackIdOf(name));
    const [button] = note ? read(note.message).buttons : [];
    await target.actions['target.understood'](button?.value ?? '', await office.asked(name));
  }
}

it('shows a manager the team’s targets, each person’s, and who has read', async () => {
  await setAndRead('set revenue 30k this month for ben', 'Ben');
  await setAndRead('set revenue 45k this month for anna');
  const said = await say('team');
  expect(said).toContain('*Targets of North* · 1–31 Mar 2026 so far');
  expect(said).toMatch(/\*Revenue\* {2}\$0\n.* 0 % of \$75,000.*\n• Anna {2}\$0 of \$45,000\n• Ben {2}\$0 of \$30,000/);
  expect(said).toContain('Read by 1 of 2. Not yet: Anna.');
  expect(said).not.toContain('Calls'); // a target for one day says nothing of the month
});

it('counts a team’s own target as read when each of its people has read it', async () => {
  await setAndRead('set revenue 100k next month for team north', 'Anna', 'Ben');
  const said = await say('team next month');
  expect(said).toContain('of $100,000');
  expect(said).toContain('Read by all 2 who were told.');
});

it('does not wait for who was never told, but says so', async () => {
  await run('set revenue 30k this month for carl', 'Olga');
  const said = await say('team south', 'Olga');
  expect(said).toContain('Could not be told: Carl.');
  expect(said).not.toContain('Not yet');
});

it('says why a team has no target of a rate', async () => {
  await run('set win rate 40% this month for ben');
  const said = await say('team');
  expect(said).toContain('Win rate does not add up over people');
  expect(said).toContain('• Ben  – of 40 %');
  await run('set win rate 35% this month for team north');
  expect(await say('team')).toContain('target 35 %');
});

it('shows a rep the team’s and nobody’s own', async () => {
  const said = await say('team', 'Ben');
  expect(said).toContain('target $40,000 · 1 of 2 people have a target');
  expect(said).not.toContain('Anna');
  await expect(say('team south', 'Ben')).rejects.toThrow('refusal.person');
});

it.each([
  ['team last year', 'North and the people there have no target for 1 Jan – 31 Dec 2025.'],
  ['team flurb', 'I do not know `flurb`'],
  ['team revenue by rep', 'for the team as a whole'],
])('%s', async (words, expected) => expect(await say(words)).toContain(expected));

it('takes who is named for whose targets are meant', async () => {
  expect(await say('team everyone', 'Olga')).toContain('*Targets of Everyone*');
  expect(await say('team carl', 'Olga')).toContain('for the team as a whole');
});

it('waits for who has not read that a target was removed', async () => {
  await run('set revenue 80k this quarter for anna');
  await run('remove revenue this month for anna');
  const { workspace } = await office.asked('Anna');
  const where = { workspaceId: workspace.id, memberId: office.id('Anna') };
  const notices = await db().targetNotice.findMany({ where, orderBy: { id: 'asc' } });
  const understand = async (index: number) =>
    target.actions['target.understood'](notices[index]?.id ?? '', await office.asked('Anna'));
  await understand(0);
  expect(await say('team')).toContain('Read by 0 of 1. Not yet: Anna.');
  await understand(1);
  expect(await say('team')).toContain('Read by the one who was told.');
});

it('shows an admin without a team everybody’s', async () => {
  expect(await say('team', 'Olga')).toContain('*Targets of Everyone*');
});

it('leaves out who has left, in the list as in the form, and tells them nothing', async () => {
  await run('set revenue 45k this month for anna');
  await db().member.updateMany({ where: { name: 'Ben' }, data: { deactivatedAt: new Date('2026-02-20T12:00Z') } });
  const { notes = [] } = await run('set revenue 80k this month for team north');
  expect(notes.map(({ to }) => to.slackUserId)).toEqual([slackIdOf('Anna')]);
  const said = await say('team');
  expect(said).toContain('• Anna');
  expect(said).not.toContain('Ben');
  expect(said).toContain('of 1');
});
