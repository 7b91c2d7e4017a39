/** E-mails wait in the same outbox as what goes to Slack, and in no other way hold it up. */
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { mailRecipient } from '../../src/delivery/address.ts';
import { drain } from '../../src/delivery/drain.ts';
import { closeBucket, messageBucket } from '../../src/delivery/limits.ts';
import { enqueue } from '../../src/delivery/outbox.ts';
import type { Sender } from '../../src/delivery/sender.ts';
import { sendingEachItsWay } from '../../src/delivery/ways.ts';
import { createLog } from '../../src/log.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-18T09:00:00Z');
let workspaceId: string;
beforeAll(async () => {
  workspaceId = (await database().workspace.create({ data: { name: 'Northwind' } })).id;
});

const adds = (recipient: string) => {
  const rest = { memberId: null, ownerId: null, content: { kind: 'any' }, urgency: 'notice', dueAt: now } as const;
  return enqueue(database(), workspaceId, [{ cause: `to ${recipient}`, recipient, ...rest }], now);
};
const noting = (way: string, sent: string[]): Sender => ({
  make: async ({ recipient }) => ({
    line: '',
    async post() {
      sent.push(`${recipient} by ${way}`);
      return { kind: 'sent', channelId: way, ts: '1' };
    },
  }),
  find: async () => ({ kind: 'never', reason: 'mail_unsure', error: way }),
});
async function drains(): Promise<string[]> {
  const sent: string[] = [];
  const sender = sendingEachItsWay({ slack: noting('Slack', sent), mail: noting('mail', sent) });
  const draining = { db: database(), clock: () => now, log: createLog('silent'), sender, messagesPerMinute: 285 };
  await drain({ ...draining, isStopping: () => false }, workspaceId);
  return sent.sort();
}
const buckets = async () =>
  (await database().sendLimit.findMany({ orderBy: { bucket: 'asc' } })).map((each) => each.bucket);

it('each goes its own way, in its own turn', async () => {
  await adds(mailRecipient('U1@acme.com'));
  expect(await drains()).toEqual(['mailto:U1@acme.com by mail']);
  expect(await buckets()).toEqual(['smtp']);
  await adds('U1');
  expect(await drains()).toEqual(['U1 by Slack']);
});

it('what Slack has no time for holds up no e-mail', async () => {
  await closeBucket(database(), workspaceId, messageBucket(285).name, 60);
  await adds(mailRecipient('jane@acme.com'));
  expect(await drains()).toEqual(['mailto:jane@acme.com by mail']);
});

it('what may have been sent by one who died is given up, and not sent again', async () => {
  await adds(mailRecipient('maybe@acme.com'));
  await database().$executeRaw`UPDATE deliveries SET is_unsure = true WHERE recipient = 'mailto:maybe@acme.com'`;
  expect(await drains()).toEqual([]);
  const letter = await database().delivery.findFirstOrThrow({ where: { recipient: 'mailto:maybe@acme.com' } });
  expect(letter).toMatchObject({ state: 'failed', reason: 'mail_unsure' });
});
