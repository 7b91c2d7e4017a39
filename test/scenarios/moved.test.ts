import { beforeAll, expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { words } from '../support/reading.ts';

const bot = useBot();

/** Jonas was on the phone a lot in February, and is not in March. */
beforeAll(async () => {
  const { db } = bot();
  const jonas = await db.member.findFirstOrThrow({ where: { name: 'Jonas Petersen' } });
  const days = Array.from(
    { length: 24 },
    (_, index) => new Date(`2026-02-${String((index % 12) + 2).padStart(2, '0')}`),
  );
  await db.activity.createMany({
    data: days.map((occurredOn, index) => ({
      ...{ workspaceId: jonas.workspaceId, memberId: jonas.id, occurredOn },
      ...{ type: 'call', direction: 'outbound', outcome: 'answered', source: 'test', externalId: `call ${index}` },
    })),
  });
});

const SENTENCE = 'Activities logged fell by 21: Jonas Petersen −25, all others together +4.';

test('a manager reads who stands behind a change of the team', async () => {
  const answer = await bot().as('marta').types('/kpi team activities');
  expect(answer.text).toMatch(/^North, 1–31 Mar 2026 so far: Activities logged 4/);
  expect(words(answer)).toContain(SENTENCE);
});

test('a rep sees the same total, and not who', async () => {
  const answer = await bot().as('anna').types('/kpi team activities');
  expect(answer.text).toMatch(/Activities logged 4/);
  expect(words(answer)).not.toContain('Jonas');
});

test('what a manager shares of a team says nothing of its people', async () => {
  const marta = bot().as('marta');
  await marta.presses(await marta.types('/kpi team activities'), 'Share to channel');
  const shared = await bot().sandbox.waitForMessage(
    bot().as('anna').id,
    'C0SALES001',
    ({ ephemeral, isBot }) => isBot && !ephemeral,
  );
  expect(words(shared)).toContain('Activities logged');
  expect(words(shared)).not.toContain('Jonas');
});
