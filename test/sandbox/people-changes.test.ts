import { expect, test } from 'vitest';
import { ADA, BEN, clientOf, connectBolt, openSandbox } from './workshop.ts';

test('the bot hears who joins and who is deactivated, and users.list says the same', async () => {
  const sandbox = await openSandbox();
  const heard: unknown[] = [];
  await connectBolt(sandbox, (app) => {
    app.event('team_join', async ({ event }) => void heard.push(event));
    app.event('user_change', async ({ event }) => void heard.push(event));
  });
  const zoe = { id: 'U0ZOE00001', name: 'zoe', realName: 'Zoe Smith', tz: 'Asia/Tehran', locale: 'fa-IR' };
  const person = async (body: object) => {
    const response = await fetch(`${sandbox.url}sandbox/person`, { method: 'POST', body: JSON.stringify(body) });
    return response.json();
  };
  expect(await person(zoe)).toEqual({ ok: true });
  expect(await person({ id: BEN, deleted: true })).toEqual({ ok: true });
  await expect
    .poll(() => heard)
    .toMatchObject([
      { type: 'team_join', user: { id: zoe.id, real_name: 'Zoe Smith', tz: 'Asia/Tehran', locale: 'fa-IR' } },
      { type: 'user_change', user: { id: BEN, deleted: true, real_name: 'Ben Franklin' } },
    ]);
  const { members } = await clientOf(sandbox).users.list({});
  const listed = (id: string) => members?.find((member) => member.id === id);
  expect([listed(ADA)?.deleted, listed(BEN)?.deleted, listed(zoe.id)?.deleted]).toEqual([false, true, false]);
  expect(await person({ id: zoe.id, tz: 'Nowhere' })).toEqual({ ok: false, error: 'invalid_arguments' });
});
