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

/** E. H. Simpson's paradox: each segment is happier than in January, and far more of the answers are of the unhappier one. */
test('an NPS that falls while every segment’s rises is said to, and the segments stand apart', async () => {
  const { db } = bot();
  const anna = await db.member.findFirstOrThrow({ where: { name: 'Anna Berger' } });
  const { workspaceId, id: memberId } = anna;
  const answers = async (segment: string, month: string, ...numbers: [number, number, number]) => {
    const customer = { workspaceId, name: `A ${segment} customer` };
    const { id: customerId } =
      (await db.customer.findFirst({ where: customer })) ??
      (await db.customer.create({
        data: { ...customer, segment, ownerId: memberId, source: 'test', externalId: segment },
      }));
    await db.surveyAnswer.createMany({
      data: [9, 8, 3].flatMap((score, kind) =>
        Array.from({ length: numbers[kind] ?? 0 }, (_, index) => ({
          ...{ workspaceId, customerId, memberId, instrument: 'nps', score, respondent: `${kind} ${index}` },
          ...{
            source: 'test',
            externalId: `${segment} ${month} ${kind} ${index}`,
            answeredOn: new Date(`${month}-12`),
          },
        })),
      ),
    });
  };
  // Of promoters, passives and detractors: +50 and −40, together +32; then +90 and −20, together +2.
  await answers('Enterprise', '2026-01', 84, 12, 24);
  await answers('SMB', '2026-01', 6, 6, 18);
  await answers('Enterprise', '2026-02', 27, 3, 0);
  await answers('SMB', '2026-02', 36, 24, 60);
  const sentence =
    'NPS fell by 30 pts, although by segment it rose in both: segment Enterprise, where it is higher, now makes up 20 % of it, 80 % before.';
  const whole = await bot().as('marta').types('/kpi team nps last month');
  expect(words(whole)).toContain('2 ± 14 · 63 promoters, 27 passives, 60 detractors · ▼ 30 pts worse');
  expect(words(whole)).toContain(sentence);
  const apart = await bot().as('marta').types('/kpi team nps last month by segment');
  expect(words(apart)).toMatch(/North\*\s+\*2 ± 14\*\s+▼ 30 pts/);
  expect(words(apart)).toMatch(/Enterprise\s+\*90 ± 15\*\s+▲ 40 pts/);
  expect(words(apart)).toMatch(/SMB\s+\*[-−]20 ± 15\*\s+≈ [-−]40 before/);
  expect(words(apart)).toContain(sentence);
});
