import { expect, it } from 'vitest';
import { threadOf } from '../../../src/slack/outgoing/thread-of.ts';
import { useDatabase } from '../../support/database.ts';
import { storeFacts } from '../../support/store-facts.ts';

const db = useDatabase();

it('a reminder of a survey lies in the thread of what asked the person, and is looked for there', async () => {
  const { workspace, id } = await storeFacts(db(), { people: { anna: {}, ben: {} } });
  const roundId = crypto.randomUUID();
  const [anna, ben] = [id('member', 'anna'), id('member', 'ben')];
  const asks = [
    { memberId: anna, round: roundId, ts: '1.1' },
    { memberId: anna, round: crypto.randomUUID(), ts: '2.2' },
    { memberId: ben, round: roundId, ts: '3.3' },
  ];
  await db().delivery.createMany({
    data: asks.map(({ memberId, round, ts }) => ({
      ...{ workspaceId: workspace.id, memberId, channelId: 'D1', ts, state: 'sent' },
      ...{ cause: `pulse ${round}`, content: { kind: 'pulse_ask', roundId: round }, dueAt: new Date(), priority: 1 },
      ...{ recipient: `U${ts}` },
    })),
  });
  const reminder = { workspaceId: workspace.id, memberId: anna, content: { kind: 'pulse_reminder', roundId } };
  expect(await threadOf(db(), reminder)).toBe('1.1');
  expect(await threadOf(db(), { ...reminder, content: { kind: 'pulse_ask', roundId } })).toBeNull();
});
