// After a won deal customers are asked by e-mail where an address of theirs is known.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { startMailServer, type TestMailServer } from '../support/mail-server.ts';
import { people } from '../support/office.ts';

let server: TestMailServer;
const bot = useBot({
  settings: async () => {
    server = await startMailServer();
    return { SMTP_URL: server.url, SMTP_FROM: 'hello@northwind.example' };
  },
});
beforeAll(async () => {
  await bot().allLiveIn('Europe/Berlin');
  const { db } = bot();
  await db.member.updateMany({ where: { slackUserId: people.noah.id }, data: { role: 'admin' } });
});
afterAll(() => server.stop());

const told = (about: RegExp) => bot().as('anna').told(about);
const settled = () =>
  expect.poll(() => bot().db.delivery.count({ where: { state: { in: ['planned', 'sending'] } } })).toBe(0);
/** As if it had been won so that this is the morning after 30 days. */
const wonThirtyDaysBefore = async (customer: string, day: string) => {
  const { db } = bot();
  const { id: customerId } = await db.customer.findFirstOrThrow({ where: { name: customer } });
  const closedOn = new Date(new Date(`${day}T00:00Z`).getTime() - 30 * 86_400_000);
  await db.deal.updateMany({ where: { customerId }, data: { closedOn } });
};

test('a contact is noted, told and forgotten', async () => {
  const anna = bot().as('anna');
  expect((await anna.types('/nps contact Acme')).text).toMatch(/^I know no e-mail address of Acme\./);
  expect((await anna.types('/nps contact Acme jane')).text).toMatch(/^That is no e-mail address\./);
  expect((await anna.types('/nps contact Acme <mailto:jane@acme.com|jane@acme.com>')).text).toBe(
    'Noted: Acme is asked at jane@acme.com.',
  );
  expect((await anna.types('/nps contact Acme')).text).toBe('Acme is asked at jane@acme.com.');
  expect((await bot().as('jonas').types('/nps contact Acme x@y.example')).text).toMatch(/^Acme is a customer of Anna/);
  // The address of an earlier link does as well.
  await anna.types('/nps contact Globex old@globex.com');
  expect((await anna.types('/nps contact Globex none')).text).toBe('Globex has no address noted any more.');
  await anna.types('/nps link Globex ben@globex.com');
  expect((await anna.types('/nps contact Globex')).text).toBe('Globex is asked at ben@globex.com.');
  await bot().db.customerLink.updateMany({ data: { expiresAt: new Date(0) } });
});

test('whose turn it is gets an e-mail in the morning, and their owner no message', async () => {
  expect((await bot().as('noah').types('/nps csat schedule on')).text).toMatch(
    /asked by e-mail where an address is known/,
  );
  await wonThirtyDaysBefore('Acme', '2026-03-19');
  await bot().goTo('2026-03-19T08:59');
  await settled();
  expect(server.letters).toEqual([]);
  await bot().goTo('2026-03-19T09:00');
  await expect.poll(() => server.letters.length).toBe(1);
  expect(server.letters[0]).toMatchObject({
    to: [{ address: 'jane@acme.com' }],
    subject: 'How satisfied are you with Northwind?',
  });
  await bot().goTo('2026-03-20T09:00');
  await settled();
  expect(server.letters).toHaveLength(1);
  expect(told(/was won/)).toEqual([]);
});

test('what the server refuses is told to the owner', async () => {
  await wonThirtyDaysBefore('Globex', '2026-03-23');
  server.refusesNext(550);
  await bot().goTo('2026-03-23T09:00');
  await bot().outlastsGathering();
  await expect.poll(() => told(/could not be sent/).length).toBe(1);
  expect(told(/could not be sent/)[0]?.text).toContain('ben@globex.com');
});

test('who wants no more e-mails gets none: their owner gets the link', async () => {
  const { db } = bot();
  const [link] = await db.customerLink.findMany({ where: { respondent: 'jane@acme.com' } });
  await db.customerLink.update({
    where: { workspaceId_id: { workspaceId: link!.workspaceId, id: link!.id } },
    data: { unsubscribedAt: new Date(0), expiresAt: new Date(0) },
  });
  const before = server.letters.length;
  // 120 days after it was won.
  await bot().goTo('2026-06-17T09:00');
  await expect.poll(() => told(/^Acme was won 120 days ago/).length).toBe(1);
  expect(server.letters.filter(({ to }) => to?.[0]?.address === 'jane@acme.com')).toHaveLength(1);
  expect(server.letters).toHaveLength(before);
});

test('who answered in a channel yesterday, where they go by a name, is not asked at their address today', async () => {
  const { db } = bot();
  const { workspaceId, id: customerId } = await db.customer.findFirstOrThrow({ where: { name: 'Acme' } });
  const answer = { source: 'connect', instrument: 'csat', score: 5, respondent: 'Jane Doe', externalId: 'x' };
  await db.surveyAnswer.create({ data: { workspaceId, customerId, ...answer, answeredOn: new Date('2026-09-14') } });
  const before = await db.customerLink.count({ where: { customerId } });
  // 210 days after it was won.
  await bot().goTo('2026-09-15T09:00');
  await settled();
  expect(await db.customerLink.count({ where: { customerId } })).toBe(before);
  expect(told(/^Acme was won 210 days ago/)).toEqual([]);
});
