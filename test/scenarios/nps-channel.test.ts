// A customer's people are asked in a channel that is shared with them: they answer there, and stay guests.
import { expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { SALES, SHARED, useBot } from '../support/bot.ts';
import type { Who } from '../support/office.ts';
import { buttonCalled, labels, words } from '../support/reading.ts';

const jane = { id: 'U0JANE0001', name: 'Jane Doe', teamId: 'T0ACMECORP' };
const ben = { id: 'U0BEN00001', name: 'Ben Roe', teamId: 'T0ACMECORP' };
const bot = useBot({ guests: [jane, ben] });

const answers = () => bot().db.surveyAnswer.findMany({ orderBy: { answeredAt: 'asc' } });
const ask = (): Promise<Message> =>
  bot().sandbox.waitForMessage(jane.id, SHARED, ({ isBot, text }) => isBot && /^How likely are you/.test(text));
const told = (who: Who, about: RegExp) => bot().as(who).told(about);

/** What somebody, and nobody else, is told after they have pressed a button of the message that asks. */
async function presses(slackUserId: string, label: string, on?: Message): Promise<Message> {
  const { sandbox } = bot();
  bot().pass({ minutes: 1 });
  const before = sandbox.messages(slackUserId, SHARED).length;
  const message = on ?? (await ask());
  const { actionId, value } = buttonCalled(message, label);
  expect(await sandbox.click(slackUserId, message, actionId, value)).toEqual({ ok: true });
  await expect.poll(() => sandbox.messages(slackUserId, SHARED).length).toBe(before + 1);
  const said = sandbox.messages(slackUserId, SHARED).at(-1)!;
  expect(said.ephemeral).toBe(true);
  return said;
}

test('a rep asks the customer’s people with one command, where they are', async () => {
  const anna = bot().as('anna');
  expect((await anna.types('/nps channel Acme')).text).toMatch(/^Which channel\?/);
  expect((await bot().as('jonas').types('/nps channel Acme #acme-shared')).text).toMatch(/^Acme is a customer of Anna/);
  const said = await anna.types('/nps channel Acme #acme-shared');
  expect(said.text).toBe(`I ask Acme’s people in <#${SHARED}>. Whoever of them presses a number has answered, once.`);
  const message = await ask();
  expect(labels(message)).toEqual([...'0123456789'].concat('10', 'Say more'));
  expect(words(message)).toContain('For the people of Acme. Only Northwind sees what you press.');
  expect((await anna.types('/nps channel Acme #acme-shared')).text).toMatch(/today already/);
  expect(bot().sandbox.messages(jane.id, SHARED)).toHaveLength(1);
});

test('who has not chosen a number yet is told to before they say more', async () => {
  const { sandbox } = bot();
  const message = await ask();
  const { actionId, value } = buttonCalled(message, 'Say more');
  await sandbox.click(jane.id, message, actionId, value);
  const view = await sandbox.waitForModal(jane.id, ({ blocks }) =>
    /Choose a number first/.test(JSON.stringify(blocks)),
  );
  expect(view.submit).toBeUndefined();
  await sandbox.closeModal(jane.id);
});

test('the first number that one of them presses counts, and they are no member', async () => {
  const before = await bot().db.member.count();
  const thanks = await presses(jane.id, '4');
  expect(thanks.text).toBe('Thank you: 4 of 10. Would you like to say why?');
  expect(await answers()).toMatchObject([
    { source: 'connect', instrument: 'nps', score: 4, comment: null, respondent: 'Jane Doe', typedById: null },
  ]);
  expect((await presses(jane.id, '9')).text).toBe(
    'You have answered already: 4 of 10. What you add with Say more is read.',
  );
  expect(await answers()).toHaveLength(1);
  expect(await bot().db.member.count()).toBe(before);
  // The message that asks stands there as it did, for all of them.
  expect(labels(await ask())).toHaveLength(12);
  expect(bot().sandbox.messages(ben.id, SHARED)).toHaveLength(1);
});

test('what they say more is theirs, and told to who follows it up', async () => {
  await expect.poll(() => told('anna', /^Jane Doe of Acme is unhappy: 4 of 10/).length).toBe(1);
  const { sandbox } = bot();
  const [thanks] = sandbox.messages(jane.id, SHARED).filter(({ text }) => /^Thank you/.test(text));
  bot().pass({ minutes: 1 });
  const { actionId, value } = buttonCalled(thanks!, 'Say more');
  await sandbox.click(jane.id, thanks!, actionId, value);
  await sandbox.waitForModal(jane.id, ({ submit }) => submit === 'Send');
  expect(await sandbox.submit(jane.id, { words: 'Nobody <calls> back' })).toMatchObject({ ok: true });
  await sandbox.waitForModal(jane.id, ({ blocks }) => /Northwind has it/.test(JSON.stringify(blocks)));
  expect(await answers()).toMatchObject([{ comment: 'Nobody <calls> back' }]);
  await expect.poll(() => told('anna', /^Jane Doe of Acme is unhappy: 4 of 10/).length).toBe(2);
  expect(words(told('anna', /is unhappy/).at(-1)!)).toContain('> Nobody &lt;calls&gt; back');
  expect(words(await bot().as('anna').types('/nps Acme'))).toContain('*4 of 10* · 18 Mar 2026 · Jane Doe · open');
});

test('our own people are told whom it is for, and nothing of theirs counts', async () => {
  expect((await presses(bot().as('anna').id, '10')).text).toBe(
    'This is for the customer’s people. What one of them told you goes in with `/nps record`.',
  );
  expect(await answers()).toHaveLength(1);
});

test('who has answered by a link lately is thanked, and not counted twice', async () => {
  const given = await bot().as('anna').types('/nps link Acme ben roe');
  const link = /http[^`\s]+/.exec(given.text)?.[0] ?? '';
  await fetch(link, { method: 'POST', body: new URLSearchParams({ score: '9' }), redirect: 'manual' });
  expect((await presses(ben.id, '2')).text).toBe('You told Northwind on 18 Mar already. Thank you, once is enough.');
  expect(await answers()).toMatchObject([{ score: 4 }, { score: 9 }]);
});

test('while one of them has answered lately the channel is not asked anew', async () => {
  expect((await bot().as('anna').types('/nps channel Acme #acme-shared')).text).toMatch(
    / of Acme answered on 18 Mar: how likely /,
  );
});

test('whatever else a guest presses or asks does nothing, and makes no member of them', async () => {
  const { sandbox } = bot();
  const before = await bot().db.member.count();
  expect(await sandbox.say(jane.id, SHARED, '/kpi everyone')).toMatchObject({ ok: false });
  await sandbox.say(jane.id, SHARED, '<@U0SALESPUL> revenue everyone');
  const refused = await sandbox.waitForMessage(jane.id, SHARED, ({ text }) => /^I work for Northwind/.test(text));
  expect(refused.ephemeral).toBe(true);
  expect(await bot().db.member.count()).toBe(before);
});

test('where I am not in the channel, who asked hears of it', async () => {
  const anna = bot().as('anna');
  await anna.types('/nps channel Globex #quiet', SALES);
  await bot().outlastsGathering();
  await expect.poll(() => told('anna', /invite|not in this channel/i).length).toBeGreaterThan(0);
});

test('how satisfied they are is asked in the same way, from 1 to 5, and who is not is a case', async () => {
  const said = await bot().as('anna').types('/nps csat channel Globex #acme-shared');
  expect(said.text).toMatch(/^I ask Globex’s people in/);
  const message = await bot().sandbox.waitForMessage(jane.id, SHARED, ({ text }) =>
    /^How satisfied are you/.test(text),
  );
  expect(message.text).toBe('How satisfied are you with Northwind? 1 = not at all satisfied, 5 = very satisfied');
  expect(labels(message)).toEqual([...'12345', 'Say more']);
  expect((await presses(jane.id, '2', message)).text).toBe('Thank you: 2 of 5. Would you like to say why?');
  expect((await presses(jane.id, '5', message)).text).toMatch(/^You have answered already: 2 of 5\./);
  expect((await presses(bot().as('anna').id, '5', message)).text).toMatch(/^This is for the customer’s people/);
  expect((await answers()).at(-1)).toMatchObject({
    source: 'connect',
    instrument: 'csat',
    score: 2,
    respondent: 'Jane Doe',
  });
  await expect.poll(() => told('anna', /^Jane Doe of Globex is unhappy: 2 of 5/).length).toBe(1);
});

test('of somebody who has told us by another question lately it does not count', async () => {
  const { sandbox } = bot();
  const message = await sandbox.waitForMessage(ben.id, SHARED, ({ text }) => /^How satisfied are you/.test(text));
  await bot().db.surveyAnswer.updateMany({
    where: { score: 9 },
    data: { customerId: (await answers()).at(-1)!.customerId },
  });
  expect((await presses(ben.id, '4', message)).text).toMatch(/^You told Northwind on 18 Mar already/);
});
