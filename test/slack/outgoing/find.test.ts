/** A message whose receipt was lost, looked for in a channel of the sandbox. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrokenOff } from '../../../src/delivery/sender.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { clientOptions } from '../../../src/slack/client.ts';
import { findMessage, MOST_SINCE, metadataOf } from '../../../src/slack/outgoing/find.ts';

const CHANNEL = 'C0SALES001';
const wanted = '00000000-0000-7000-8000-000000000001';
const triedAt = new Date();
const delivery = {
  ...{ workspaceId: '', id: wanted, attempt: 2, recipient: CHANNEL, memberId: null, ownerId: null, cause: 'a digest' },
  ...{
    scheduleId: null,
    slot: null,
    content: { kind: 'digest' },
    dueAt: triedAt,
    staleAt: null,
    failures: 1,
    round: 0,
  },
  ...{
    isUnsure: true,
    lookedTo: null,
    lookBeganAt: null,
    triedAt,
    channelId: null,
    topic: null,
    beyond: null,
    reason: null,
  },
};
let sandbox: Sandbox;
let client: WebClient;
beforeAll(async () => {
  const botUserId = 'U0SALESPUL';
  sandbox = await startSandbox({
    team: { id: 'T0FINDS001', name: 'Northwind', domain: 'northwind' },
    users: [{ id: 'U0ANNA0001', name: 'anna', realName: 'Anna' }],
    channels: [{ id: CHANNEL, name: 'sales', members: ['U0ANNA0001', botUserId] }],
    app: { id: 'A0SALESPUL', name: 'Salespulse', botUserId },
    commands: [],
  });
  client = new WebClient(sandbox.botToken, clientOptions({ slackApiUrl: sandbox.apiUrl }));
  const posts = (id: string) => client.chat.postMessage({ channel: CHANNEL, text: id, metadata: metadataOf({ id }) });
  await posts(wanted);
  await posts(crypto.randomUUID());
  await chatter(200);
});
/** So much else is written there. */
async function chatter(count: number) {
  for (let said = 0; said < count; said++) await sandbox.say('U0ANNA0001', CHANNEL, `${said}`);
}
afterAll(() => sandbox.stop());

const asked = () => sandbox.calls.filter(({ method }) => method === 'conversations.history').length;

it('finds it behind two hundred others, and takes a turn for each page of the history', async () => {
  let turns = 0;
  const takeTurn = async () => {
    turns++;
    return 0;
  };
  expect(await findMessage(client, delivery, { thread: null, takeTurn })).toMatchObject({ kind: 'there' });
  expect([turns, asked()]).toEqual([2, 2]);
});

it('asks for no page without a turn', async () => {
  const before = asked();
  const waits = [0, 700];
  const takeTurn = async () => waits.shift() ?? 0;
  expect(await findMessage(client, delivery, { thread: null, takeTurn })).toMatchObject({ kind: 'waits', ms: 700 });
  expect(asked()).toBe(before + 1);
});

it('goes on where it was broken off, as Slack may give one look a minute', async () => {
  sandbox.faults.next('conversations.history', { kind: '429', retryAfter: 60 });
  const takeTurn = async () => 0;
  const refused = await findMessage(client, delivery, { thread: null, takeTurn });
  expect(refused).toEqual({ kind: 'limited', seconds: 60, lookedTo: null });
  const waits = [0, 700];
  const brokenOff = await findMessage(client, delivery, { thread: null, takeTurn: async () => waits.shift() ?? 0 });
  const before = asked();
  const goesOn = { ...delivery, ...(brokenOff as BrokenOff) };
  expect(await findMessage(client, goesOn, { thread: null, takeTurn })).toMatchObject({ kind: 'there' });
  expect(asked()).toBe(before + 1);
});

it('does not look for ever in a channel that is too busy: whether it is there is for people to find out', async () => {
  await chatter(MOST_SINCE);
  const before = asked();
  const takeTurn = async () => 0;
  expect(await findMessage(client, delivery, { thread: null, takeTurn })).toMatchObject({
    kind: 'never',
    reason: 'unfound',
  });
  expect(asked()).toBe(before + 10);
  // What was tried only now is looked for among what has come since.
  const justNow = { ...delivery, triedAt: new Date(Date.now() + 600_000) };
  expect(await findMessage(client, justNow, { thread: null, takeTurn })).toEqual({ kind: 'absent' });
  expect(readFileSync(join(projectRoot, 'README.md'), 'utf8')).toContain(MOST_SINCE.toLocaleString('en'));
});
