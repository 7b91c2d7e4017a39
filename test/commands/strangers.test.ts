// Slack lists people of every trade: who is just in its list takes no name from those whom the bot knows.
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { called } from '../../commands/salespulse/who.ts';
import { understand } from '../../commands/understand.ts';
import { subjectName } from '../../src/kpi/subject.ts';
import { type Directory, loadDirectory } from '../../src/people/directory.ts';
import { storeListed } from '../../src/people/listed-members.ts';
import type { Workspace } from '../../src/people/workspace.ts';
import { recipientsOf } from '../../src/schedule/recipients.ts';
import { useDatabase } from '../support/database.ts';
import { won } from '../support/facts.ts';
import { storeFacts } from '../support/store-facts.ts';

const db = useDatabase();
const now = Temporal.Instant.from('2026-03-18T11:00:00Z');
let workspace: Workspace;
let directory: Directory;
let member: Directory['members'][number];

beforeAll(async () => {
  const stored = await storeFacts(db(), {
    workspace: { zone: 'Europe/Berlin', currency: 'USD' },
    people: { Olga: { role: 'admin' } },
    belongs: [{ who: 'Anna Berger', team: 'North' }],
    deals: [won('Anna Berger', '2026-03-02', 100)],
  });
  workspace = stored.workspace;
  const inSlack = { zone: null, locale: null, email: null, isGone: false, isGuest: false, awayUntil: null };
  const listed = [
    { ...inSlack, slackUserId: 'U0BERGER', name: 'Anna Berger' },
    { ...inSlack, slackUserId: 'U0ANNA', name: 'Anna' },
    { ...inSlack, slackUserId: 'U0KLEIN', name: 'Anna Klein' },
  ];
  await storeListed(db(), workspace.id, listed, now);
  directory = await loadDirectory(db(), workspace.id);
  const olga = directory.members.find(({ id }) => id === stored.id('member', 'Olga'));
  if (!olga) throw new Error('Olga is an admin');
  member = olga;
});

async function subject(words: string) {
  const parsed = await understand(words, { db: db(), workspace, directory, now, member });
  return parsed.ok ? subjectName(parsed.question.whose, directory) : parsed.problems.map(({ kind }) => kind).join();
}
const who = (words: string) => called(words, { directory, member }, '2026-03-18').map(({ name }) => name);

it.each(['revenue for anna', '@anna revenue', 'anna revenue', 'berger revenue'])(
  '%s: Anna is the seller',
  async (words) => expect(await subject(words)).toBe('Anna Berger'),
);

it('finds the others where they are mentioned', async () => {
  expect(await subject('revenue for <@U0KLEIN>')).toBe('Anna Klein');
  expect(await subject('<@U0ANNA> revenue')).toBe('Anna');
});

it('filters by those alone whom the bot knows', async () => {
  expect(await subject('everyone revenue where rep = Anna Berger')).toBe('Everyone');
  expect(await subject('everyone revenue where rep = Anna Klein')).not.toBe('Everyone');
});

it('calls people so in /salespulse, too, where an admin also finds whom nobody else is called like', () => {
  expect(who('anna')).toEqual(['Anna Berger']);
  expect(who('klein')).toEqual(['Anna Klein']);
  expect(who('<@U0ANNA>')).toEqual(['Anna']);
});

it('sends what is for everyone to nobody of whom it knows nothing', () => {
  const to = recipientsOf({ audience: { to: 'everyone' }, zone: null }, workspace, directory, now);
  expect(to.map(({ id }) => id)).toEqual(['U0BERGER']);
});
