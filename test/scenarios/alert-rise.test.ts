// Customers become unhappier: who answers for them hears of it once, with where they are, and again after it has passed.
import { expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import type { Who } from '../support/office.ts';
import { labels, plain, words } from '../support/reading.ts';

const bot = useBot();

/** Acme's people answer on a day: so many of them happy, so many not. */
async function answer(day: string, happy: number, unhappy: number): Promise<void> {
  const { db } = bot();
  const { workspaceId, id: customerId } = await db.customer.findFirstOrThrow({ where: { name: 'Acme' } });
  const { id: memberId } = await db.member.findFirstOrThrow({ where: { name: 'Anna Berger' } });
  await db.surveyAnswer.createMany({
    data: Array.from({ length: happy + unhappy }, (_, index) => ({
      ...{ workspaceId, customerId, memberId, source: 'test', externalId: `${day} ${index}`, instrument: 'nps' },
      ...{ score: index < happy ? 10 : 3, respondent: `${day} ${index}`, answeredOn: new Date(day) },
    })),
  });
}
const told = (who: Who) =>
  bot()
    .as(who)
    .told(/^(A test, only you see it: )?Unhappy customers of/);
const firedFor = async () => (await bot().db.alertState.findFirst())?.firedFor;

test('one click below the open cases is enough, and is offered to who answers for others', async () => {
  const marta = bot().as('marta');
  expect(labels(await bot().as('anna').types('/nps'))).toEqual([]);
  const cases = await marta.types('/nps');
  expect(labels(cases)).toEqual(['Tell me when more are unhappy']);
  const watched = await marta.presses(cases, 'Tell me when more are unhappy');
  expect(watched.text).toMatch(/^I watch this for you, from now on[.:]/);
  expect(words(watched)).toMatch(/Alert: detractors rise \(North\) → Marta Lindqvist/);
  expect(labels(await marta.types('/nps'))).toEqual([]);
  expect(words(await marta.types('/salespulse alert'))).toContain('Alert: detractors rise');
});

test('it is told once, with how many there were before and where they are', async () => {
  await answer('2026-01-12', 36, 4);
  await answer('2026-02-02', 36, 4);
  await answer('2026-03-16', 6, 6);
  // By Slack she lives in UTC: nine is ten in Berlin.
  await bot().goTo('2026-03-19T11:00');
  await expect.poll(() => told('marta').length).toBe(1);
  const [alarm] = told('marta');
  expect(plain(alarm!.text)).toMatch(
    /^Unhappy customers of North, 17 Feb – 18 Mar 2026: 6 of 12 answers \(50 %\)\. Before, 19 Nov 2025 – 16 Feb 2026: 8 of 80 answers \(10 %\)\. Had nothing changed, so many would come about once in [\d,]+ times\.$/,
  );
  expect(words(alarm!)).toMatch(/By person\*: Anna Berger 6 of 12 answers \(50.%\), 10.% before/);
  expect(words(alarm!)).toContain('I tell you again when it has recovered and then happens anew.');
  expect(labels(alarm!)).toContain('Explain');
  await bot().goTo('2026-03-20T11:00');
  await bot().goTo('2026-03-23T11:00');
  await expect
    .poll(async () => (await bot().db.alertState.findFirst())?.checkedAt.toISOString())
    .toMatch(/^2026-03-23/);
  expect(told('marta')).toHaveLength(1);
  expect(told('anna')).toEqual([]);
});

test('when it has passed it is told anew', async () => {
  await answer('2026-05-04', 20, 1);
  await bot().goTo('2026-05-06T11:00');
  await expect.poll(firedFor).toBeNull();
  expect(told('marta')).toHaveLength(1);
  await answer('2026-05-07', 2, 12);
  await bot().goTo('2026-05-08T11:00');
  await expect.poll(() => told('marta').length).toBe(2);
});

test.each([
  ['detractors rise', { kind: 'trailing', n: 30, unit: 'day' }, 'member'],
  ['detractors rising team North last quarter', { kind: 'last', unit: 'quarter' }, 'team'],
  ['unhappy customers up this month at 8:30', { kind: 'this', unit: 'month' }, 'member'],
])('understood: %s', async (said, period, scope) => {
  expect((await bot().as('anna').types(`/salespulse alert ${said}`)).text).toMatch(
    /^I watch this for you, from now on[.:]/,
  );
  const { what } = await bot().db.schedule.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(what).toMatchObject({ rule: { kind: 'rise', question: { kpis: ['nps'], period, whose: { scope } } } });
});

test('how it stands can be tried out, and one may watch no one else’s', async () => {
  const anna = bot().as('anna');
  const { number } = await bot().db.schedule.findFirstOrThrow({ orderBy: { id: 'desc' } });
  await anna.types(`/salespulse schedule ${number} test`);
  await expect.poll(() => told('anna').length).toBe(1);
  expect(words(told('anna')[0]!)).not.toContain('By person');
  expect((await anna.types('/salespulse alert detractors rise of everyone')).text).not.toMatch(/^I watch/);
});
