import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { syncMembers } from '../../src/slack/member-sync.ts';
import { clientOf, WORKSHOP } from '../sandbox/workshop.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const now = Temporal.Instant.from('2026-03-18T09:00:00Z');

const staff = Array.from({ length: 450 }, (_, index) => ({
  id: `U0STAFF${String(index).padStart(4, '0')}`,
  name: `staff${index}`,
  realName: `Staff ${index}`,
  tz: index % 2 ? 'Europe/Berlin' : 'Asia/Kolkata',
}));

async function office() {
  const sandbox = await startSandbox({
    ...WORKSHOP,
    users: [
      ...staff,
      { id: 'U0ROBOT001', name: 'robot', realName: 'Robot', isBot: true },
      { id: 'U0GUEST001', name: 'guest', realName: 'Guest', isRestricted: true },
    ],
    channels: [],
  });
  onTestFinished(() => sandbox.stop());
  const workspace = await db().workspace.create({ data: { name: 'Acme', slackTeamId: WORKSHOP.team.id } });
  onTestFinished(async () => void (await db().workspace.delete({ where: { id: workspace.id } })));
  return { sandbox, sync: () => syncMembers({ db: db(), client: clientOf(sandbox), workspace, now }) };
}

test('all people come, page by page, without bots, Slackbot and guests', async () => {
  const { sandbox, sync } = await office();
  expect(await sync()).toHaveLength(450);
  expect(sandbox.calls.filter(({ method }) => method === 'users.list')).toHaveLength(3);
  const members = await db().member.findMany({ orderBy: { slackUserId: 'asc' } });
  expect(members.map(({ name }) => name)).toEqual(staff.map(({ realName }) => realName));
  expect(members[0]).toMatchObject({ zone: 'Asia/Kolkata', known: 'listed' });
  expect(await sync()).toEqual([]);
});

test('where Slack asks to wait the list is read on after that, and nobody is missing', async () => {
  const { sandbox, sync } = await office();
  sandbox.faults.next('users.list', { kind: '429', retryAfter: 1 });
  expect(await sync()).toHaveLength(450);
  const [refused, taken] = sandbox.calls.filter(({ method }) => method === 'users.list');
  expect((taken?.at.getTime() ?? 0) - (refused?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(1_000);
});
