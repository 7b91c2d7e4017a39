// An e-mail is handed to a real server, and what the server says is understood.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../src/free-port.ts';
import { outcomeOf } from '../../src/mail/outcome.ts';
import { type Letter, postLetter } from '../../src/mail/smtp.ts';
import { startMailServer, type TestMailServer } from '../support/mail-server.ts';

const from = { name: 'Northwind', address: 'hello@northwind.example' };
const letter: Letter = {
  to: 'jane@acme.com',
  replyTo: { name: 'Änna Berger', address: 'anna@northwind.example' },
  messageId: '0197-42@northwind.example',
  subject: 'How satisfied are you with Söhne & Co?',
  text: 'Plain',
  html: '<p>Rich</p>',
  unsubscribe: `https://bot.example.com/nps/${'0'.repeat(36)}/${'1'.repeat(36)}/${'x'.repeat(43)}`,
};
let server: TestMailServer;
let guarded: TestMailServer;
beforeAll(async () => {
  server = await startMailServer();
  guarded = await startMailServer({ login: 'bot:p@ss/word' });
});
afterAll(() => Promise.all([server.stop(), guarded.stop()]));

const posts = (url = server.url) => postLetter({ url, from }, letter);

test('it arrives in both forms, with who sends it and how to get no more', async () => {
  expect(await posts()).toEqual({ kind: 'sent', channelId: '', ts: letter.messageId });
  const mail = server.letters.at(-1);
  expect(mail).toMatchObject({
    from,
    to: [{ address: 'jane@acme.com' }],
    replyTo: [letter.replyTo],
    subject: letter.subject,
    messageId: `<${letter.messageId}>`,
  });
  expect([mail?.text?.trim(), mail?.html?.trim()]).toEqual(['Plain', '<p>Rich</p>']);
  const header = (key: string) => mail?.headers.find((each) => each.key === key)?.value;
  expect(header('content-type')).toMatch(/^multipart\/alternative/);
  expect(header('list-unsubscribe')).toBe(`<${letter.unsubscribe}>`);
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(header('auto-submitted')).toBe('auto-generated');
});

test.each([
  [421, { kind: 'notNow', reason: 'mail_trouble' }],
  [451, { kind: 'notNow', reason: 'mail_trouble' }],
  [550, { kind: 'never', reason: 'mail_refused' }],
  [530, { kind: 'never', reason: 'mail_login' }],
  // It has been given nothing: it can be sent again.
  ['hangs up before', { kind: 'notNow', reason: 'mail_trouble' }],
  // It may have it.
  ['hangs up after', { kind: 'never', reason: 'mail_unsure' }],
] as const)('where the server says %s, that is understood', async (mood, outcome) => {
  server.refusesNext(mood);
  expect(await posts()).toMatchObject(outcome);
  expect(await posts()).toMatchObject({ kind: 'sent' });
});

test('a server that is away is asked again later', async () => {
  expect(await posts(`smtp://127.0.0.1:${await freePort()}`)).toMatchObject({ kind: 'notNow', reason: 'mail_trouble' });
});

test('a password is never given to another machine in the clear', async () => {
  const before = guarded.logins();
  // The same server, by an address that does not look like this machine's.
  const elsewhere = `smtp://bot:${encodeURIComponent('p@ss/word')}@[::ffff:127.0.0.1]:${new URL(guarded.url).port}`;
  expect(await posts(elsewhere)).toMatchObject({ kind: 'notNow', reason: 'mail_trouble' });
  expect(guarded.logins()).toBe(before);
});

test.each([
  // A server that has shut us out altogether says nothing about the letter.
  [{ code: 'EPROTOCOL', responseCode: 554 }, false, 'mail_trouble'],
  [{ code: 'EMESSAGE', responseCode: 554 }, true, 'mail_refused'],
  [{ code: 'EMESSAGE', responseCode: 452 }, true, 'mail_trouble'],
  [{ code: 'EMESSAGE' }, false, 'mail_refused'],
  [{ code: 'EAUTH', responseCode: 454 }, false, 'mail_trouble'],
  [{ code: 'EDNS' }, false, 'mail_trouble'],
  [{ code: 'ETIMEDOUT' }, true, 'mail_unsure'],
] as const)('%j with the letter given: %s means %s', (trouble, isGiven, reason) => {
  expect(outcomeOf(trouble, isGiven)).toMatchObject({ reason });
});

test('a server that wants a password gets it, and a wrong one is not tried again', async () => {
  const { host } = new URL(guarded.url);
  expect(await posts(`smtp://bot:${encodeURIComponent('p@ss/word')}@${host}`)).toMatchObject({ kind: 'sent' });
  expect(await posts(`smtp://bot:wrong@${host}`)).toMatchObject({ kind: 'never', reason: 'mail_login' });
  expect(await posts(guarded.url)).toMatchObject({ kind: 'never', reason: 'mail_login' });
});
