// Whom a survey asks: reps alone, a part of everyone, and nobody more often than the workspace allows.
import { beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { useBot } from '../support/bot.ts';
import { goesLive } from '../support/live.ts';
import type { Who } from '../support/office.ts';
import { buttonCalled, labels, words } from '../support/reading.ts';

const bot = useBot();
const reps = ['anna', 'jonas', 'sofia', 'loud', 'noah'] as const;

const told = (who: Who) => bot().as(who).told();
const asks = (who: Who) => bot().as(who).asked();
const cards = () => told('marta').filter(({ text }) => text.startsWith('Saved'));

/** Adds a survey, and returns its card. */
const adds = async (fields: Record<string, string>): Promise<Message> => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const before = cards().length;
  const list = await marta.types('/pulse');
  const { actionId, value } = buttonCalled(list, 'Add a survey');
  await sandbox.click(marta.id, list, actionId, value);
  await sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
  expect(await sandbox.submit(marta.id, fields)).toMatchObject({ ok: true });
  await expect.poll(() => cards().length).toBe(before + 1);
  await sandbox.closeModal(marta.id);
  return cards().at(-1)!;
};

const sendsNow = async (card: Message) => {
  const asked = await bot().as('marta').presses(card, 'Send now');
  return bot().as('marta').presses(asked, 'Yes, send');
};

beforeAll(async () => {
  const { db } = bot();
  await bot().allLiveIn('Europe/Berlin');
  await db.member.updateMany({ where: { slackUserId: bot().as('marta').id }, data: { role: 'admin' } });
});

test('of reps each is asked, and nobody else', async () => {
  const card = await adds({ instrument: 'enps', about: 'reps' });
  expect(words(card)).toContain('eNPS of reps → all reps, each in person');
  expect(words(card)).toContain('on the first working day of each quarter');
  expect(words(await sendsNow(card))).toContain('5');
  for (const who of reps) await expect.poll(() => asks(who).length).toBe(1);
  expect(asks('marta')).toEqual([]);
  expect(await bot().db.pulseRound.findMany()).toMatchObject([{ role: 'reps', teamId: null, oneIn: 1 }]);
});

test('a part of everyone that is fewer than five people is not asked', async () => {
  const card = await adds({ instrument: 'pulse', about: '1/2' });
  expect(words(card)).toMatch(/Pulse of everyone, 3 questions → half of everyone at random, others each time/i);
  expect(words(await sendsNow(card))).toContain('It would ask fewer than 5 people');
  expect(await bot().db.pulseRound.count()).toBe(1);
});

test('where one of them has been asked as often as may be, nobody is, and the owner hears why', async () => {
  await bot().db.workspace.updateMany({ data: { quarterlySurveys: 1 } });
  const card = await adds({ instrument: 'pulse', about: 'all' });
  const asked = await bot().as('marta').presses(card, 'Go live');
  expect(words(asked)).toContain(
    'Its first round, 1 Apr, 09:30, would not be held. Some of those it asks have been asked',
  );
  // Of a Wednesday in March the quarter ends in June.
  expect(labels(asked)).toEqual(['Begin 1 Jul, 09:30', 'Yes, go live', 'Not now']);
  const live = await bot().as('marta').presses(asked, 'Yes, go live');
  expect(words(await sendsNow(live))).toContain('have been asked in a survey within three months');
  await bot().goTo('2026-04-01T09:30');
  const why = () => told('marta').filter(({ text }) => text.includes('was not held'));
  await expect.poll(() => why().length).toBe(1);
  expect(why()[0]!.text).toContain('To leave them out would tell what they said, so all wait.');
  expect(await bot().db.pulseRound.count()).toBe(1);

  // What was refused does not begin after all when one looks again within the day, nor is it told twice.
  await bot().db.workspace.updateMany({ data: { quarterlySurveys: 12 } });
  for (const at of ['2026-04-01T10:30', '2026-04-02T08:30', '2026-04-02T10:30']) await bot().goTo(at);
  expect(why()).toHaveLength(1);
  expect(await bot().db.pulseRound.count()).toBe(1);

  await awayInMay();
  await bot().goTo('2026-05-01T09:30');
  await expect.poll(() => asks('marta').length).toBe(1);
  const invited = await bot().db.pulseInvitation.findMany({
    where: { round: { instrument: 'pulse' } },
    select: { member: { select: { name: true } } },
  });
  // Neither who left that morning nor who is off until it is over can answer: they are not counted as asked.
  expect(invited.map(({ member }) => member.name).filter((name) => /^(Gone|Off|Back)$/.test(name))).toEqual(['Back']);
});

test('the same words wait until a quarter after the reps were asked them, and the owner hears until when', async () => {
  const card = await adds({ instrument: 'enps', about: 'all', rhythm: 'month_first' });
  const asked = await bot().as('marta').presses(card, 'Go live');
  expect(words(asked)).toMatch(/Its first round, 1 Jun, 09:30, would not be held\. .*in the same words/);
  const resting = await bot().as('marta').presses(asked, 'Begin 1 Jul, 09:30');
  expect(words(resting)).toMatch(/It begins on 2026-07-01, and rests until then\.[\s\S]*Not live until 2026-07-01/);
  const live = await goesLive(bot().as('marta'), resting);
  expect(words(await sendsNow(live))).toMatch(/in the same words within three months[\s\S]* Wait until \w{3} \d+ Jun,/);
  await bot().goTo('2026-06-01T09:30');
  const why = () => told('marta').filter(({ text }) => text.includes('or these from '));
  await expect.poll(() => why().length).toBe(1);
  expect(why()[0]!.text).toMatch(/eNPS of everyone was not held: .* from \w{3} \d+ Jun on\.$/);
  expect(await bot().db.pulseRound.count({ where: { instrument: 'enps' } })).toBe(1);
});

/** Three more: one has gone that morning, one is off for all of the round, and one comes back before it closes. */
async function awayInMay() {
  const { db } = bot();
  const { id: workspaceId } = await db.workspace.findFirstOrThrow();
  const member = (name: string) => ({ workspaceId, name, slackUserId: `U0${name.toUpperCase()}001` });
  const deactivatedAt = new Date('2026-05-01T06:00:00Z');
  await db.member.create({ data: { ...member('Gone'), deactivatedAt } });
  for (const [name, days] of [
    ['Off', 10],
    ['Back', 4],
  ] as const) {
    const { id: memberId } = await db.member.create({ data: member(name) });
    const day = (after: number) => new Date(Date.UTC(2026, 4, 1 + after));
    const all = Array.from({ length: days }, (_, after) => ({ workspaceId, memberId, day: day(after), works: false }));
    await db.specialDay.createMany({ data: all });
  }
}
