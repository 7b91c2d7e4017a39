// A customer is asked by e-mail: it arrives at a real mail server, once; and who is behind it hears when it does not.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { startMailServer, type TestMailServer } from '../support/mail-server.ts';
import { labels, words } from '../support/reading.ts';

let server: TestMailServer;
const bot = useBot({
  settings: async () => {
    server = await startMailServer();
    return { SMTP_URL: server.url, SMTP_FROM: 'Northwind <hello@northwind.example>' };
  },
});
beforeAll(() =>
  bot().db.member.updateMany({ where: { name: 'Anna Berger' }, data: { email: 'anna@northwind.example' } }),
);
afterAll(() => server.stop());

const arrives = async (count: number) => {
  await expect.poll(() => server.letters.length).toBe(count);
  return server.letters.at(-1)!;
};
const told = (about: RegExp) => bot().as('anna').told(about);
const letterTo = (address: string) =>
  bot().db.delivery.findFirstOrThrow({ where: { recipient: `mailto:${address}` }, orderBy: { id: 'desc' } });
const state = async (address: string) => (await letterTo(address)).state;
const linkIn = (html: string | undefined) => /href="(http[^"?]+)\?score=0"/.exec(html ?? '')?.[1] ?? '';

test('a rep has a link sent: the question, its numbers as links, and whom to answer', async () => {
  const said = await bot().as('anna').types('/nps send Acme <mailto:jane@acme.com|jane@acme.com>');
  expect(said.text).toMatch(/^On its way by e-mail to jane@acme.com of Acme, good until 17 Apr/);
  const mail = await arrives(1);
  expect(mail.subject).toBe('How likely are you to recommend Northwind to a colleague?');
  expect(mail.from).toEqual({ name: 'Northwind', address: 'hello@northwind.example' });
  expect(mail.to).toEqual([{ name: '', address: 'jane@acme.com' }]);
  expect(mail.replyTo).toEqual([{ name: 'Anna Berger', address: 'anna@northwind.example' }]);
  const { id } = await letterTo('jane@acme.com');
  expect(mail.messageId).toBe(`<${id}@northwind.example>`);
  const link = linkIn(mail.html);
  const numbers = [...(mail.html ?? '').matchAll(/href="[^"]+\?score=(\d+)"/g)].map(([, score]) => Number(score));
  expect(numbers).toEqual(Array.from({ length: 11 }, (_, score) => score));
  expect(mail.text).toContain(link);
  const from =
    'Anna Berger of Northwind asks you this. Your answer is read at Northwind, above all by whoever looks after you there. It is not anonymous.';
  expect(mail.text).toContain(from);
  expect(mail.html).toContain(from);
  const header = (key: string) => mail.headers.find((each) => each.key === key)?.value;
  expect(header('list-unsubscribe')).toBe(`<${link}>`);
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect((await fetch(link)).status).toBe(200);
});

test('it is sent once, however often one asks for it', async () => {
  await expect.poll(() => state('jane@acme.com')).toBe('sent');
  const again = await bot().as('anna').types('/nps send Acme JANE@acme.com');
  expect(again.text).toMatch(/^It was sent to/);
  const third = await bot().as('anna').types('/nps send Acme jane@acme.com');
  expect(third.text).toMatch(
    /^It was sent to jane@acme.com of Acme on 18 Mar, and the link in it is good until 17 Apr/,
  );
  expect(await bot().db.delivery.count({ where: { recipient: { startsWith: 'mailto:' } } })).toBe(1);
});

test('whoever looks at a customer sees who was asked and has not answered', async () => {
  const said = await bot().as('marta').types('/nps Acme');
  expect(words(said)).toBe(
    'Acme has not answered anything yet.\nAsked on 18 Mar: jane@acme.com; the link is open until 17 Apr.',
  );
});

test('a link that was made can be sent with one press', async () => {
  const before = server.letters.length;
  const made = await bot().as('anna').types('/nps csat Acme ben@acme.com');
  expect(labels(made)).toEqual(['Send by e-mail']);
  const sent = await bot().as('anna').presses(made, 'Send by e-mail');
  expect(sent.text).toMatch(/^On its way by e-mail to ben@acme.com/);
  const mail = await arrives(before + 1);
  expect(mail.subject).toBe('How satisfied are you with Northwind?');
  expect(made.text).toContain(linkIn(mail.html?.replaceAll('score=1"', 'score=0"')));
  // A name is no address.
  expect(labels(await bot().as('anna').types('/nps link Acme Karl'))).toEqual([]);
  expect((await bot().as('anna').types('/nps send Acme Karl')).text).toMatch(/^To which e-mail address\?/);
});

test('one click in an e-mail program declines, for good as to e-mails; looking at it does nothing', async () => {
  const before = server.letters.length;
  await bot().as('anna').types('/nps send Acme stop@acme.com');
  const link = linkIn((await arrives(before + 1)).html);
  // As programs do that look at every link of an e-mail, whatever stands in it.
  for (const more of ['', '?score=0', '?score=10', '?List-Unsubscribe=One-Click', '?decline=yes', '?answer'])
    for (const method of ['GET', 'HEAD']) expect((await fetch(link + more, { method })).status).toBe(200);
  expect(await bot().db.surveyAnswer.count()).toBe(0);
  const stored = () => bot().db.customerLink.findFirstOrThrow({ where: { respondent: 'stop@acme.com' } });
  expect(await stored()).toMatchObject({ declinedAt: null, unsubscribedAt: null });
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  const stopped = await fetch(link, { method: 'POST', body: form, redirect: 'manual' });
  expect(stopped.status).toBe(200);
  expect(await stopped.text()).toContain('You get no more e-mails like this from Northwind.');
  expect(await stored()).toMatchObject({ declinedAt: expect.any(Date), unsubscribedAt: expect.any(Date) });
  expect((await bot().as('anna').types('/nps send Acme stop@acme.com')).text).toMatch(
    /^stop@acme.com wants no more e-mails from us\./,
  );
  // As e-mail programs may send it, too; also when the link is over.
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(link, { method: 'POST', body, redirect: 'manual' })).status).toBe(200);
  expect(await bot().db.surveyAnswer.count()).toBe(0);
});

test('a server that has no time gets it a little later, once', async () => {
  const before = server.letters.length;
  server.refusesNext(451);
  await bot().as('anna').types('/nps send Globex busy@globex.com');
  await arrives(before + 1);
  await expect.poll(() => state('busy@globex.com')).toBe('sent');
  expect(await letterTo('busy@globex.com')).toMatchObject({ failures: 1, attempts: 2 });
});

test('what the server refuses is told to who sent it, who can have it tried again', async () => {
  const before = server.letters.length;
  server.refusesNext(550);
  await bot().as('anna').types('/nps send Globex wrong@globex.com');
  await expect.poll(() => state('wrong@globex.com')).toBe('failed');
  await bot().outlastsGathering();
  await expect.poll(() => told(/could not be sent/).length).toBe(1);
  const [bad] = told(/could not be sent/);
  expect(words(bad!)).toContain('“An e-mail” could not be sent to <mailto:wrong@globex.com|wrong@globex.com>.');
  expect(words(bad!)).toContain('ask for the right one, and send it there with `/nps send`.');
  expect(server.letters).toHaveLength(before);
  await bot().as('anna').presses(bad!, 'Try again');
  await arrives(before + 1);
});

test('where nobody knows whether it arrived, it is not sent again by itself', async () => {
  const before = server.letters.length;
  server.refusesNext('hangs up after');
  await bot().as('anna').types('/nps send Globex maybe@globex.com');
  await expect.poll(() => state('maybe@globex.com')).toBe('failed');
  await bot().outlastsGathering();
  await expect.poll(() => told(/no way to ask whether it has it/).length).toBe(1);
  expect(server.letters).toHaveLength(before + 1);
  // Nor by a process that takes over from one that died while it sent.
  const { id } = await letterTo('maybe@globex.com');
  await bot().db.$executeRaw`UPDATE deliveries SET state = 'sending', is_unsure = true, round = round + 1,
    next_at = clock_timestamp() - interval '1 s' WHERE id = ${id}::uuid`;
  await bot().goTo('2026-03-18T12:00');
  await expect.poll(() => state('maybe@globex.com')).toBe('failed');
  expect(server.letters).toHaveLength(before + 1);
});

test('asked to send that again, it says that they may have it, and sends a second one only when it is told to', async () => {
  const before = server.letters.length;
  const asked = await bot().as('anna').types('/nps send Globex maybe@globex.com');
  expect(asked.text).toMatch(/^An e-mail to maybe@globex.com of Globex was given .* they may have it, and nobody can/);
  expect(await state('maybe@globex.com')).toBe('failed');
  expect((await bot().as('anna').types('/nps send Globex maybe@globex.com')).text).toBe(asked.text);
  const sent = await bot().as('anna').presses(asked, 'Send a second one');
  expect(sent.text).toMatch(/^On its way by e-mail to maybe@globex.com/);
  const second = await arrives(before + 1);
  const first = server.letters.find(({ to }) => to?.[0]?.address === 'maybe@globex.com');
  expect(second.messageId).toBe(first?.messageId);
  expect(linkIn(second.html)).toBe(linkIn(first?.html));
  await expect.poll(() => state('maybe@globex.com')).toBe('sent');
});

test('the log holds no address of a customer', () => {
  expect(bot().log()).not.toMatch(/@(acme|globex)\.com/);
});
