import { WebClient } from '@slack/web-api';
import pg from 'pg';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { QUIET, SALES, useBot } from '../support/bot.ts';
import { cutOffDuring } from '../support/cut-off.ts';
import { labels, words } from '../support/reading.ts';

const bot = useBot();
const REPEAT = 'a repeat, done already';
const FAILED =
  /^Something went wrong on our side, and it is in our log as ([0-9a-f]{8})\. Please try again in a moment\./;
const DONE =
  /^It is done and stored, so please do not send it again\. Only showing you the answer went wrong, and that is in our log as [0-9a-f]{8}\.$/;

afterEach(async () => {
  bot().sandbox.faults.clear();
  // News of a target that a story set goes by the outbox: it must not meet the faults of the next one.
  const waiting = () => bot().db.delivery.count({ where: { state: { in: ['planned', 'sending'] } } });
  await expect.poll(waiting).toBe(0);
});

/** How often the log has said so by now. */
const times = (said: string) => bot().log().split(said).length - 1;

describe('once is once', () => {
  test('a command that Slack delivers twice is answered once', async () => {
    const anna = bot().as('anna');
    await anna.types('/kpi me');
    const seen = anna.sees().length;
    const repeats = times(REPEAT);
    await bot().sandbox.redeliver();
    await bot().logged(REPEAT, repeats + 1);
    expect(anna.sees()).toHaveLength(seen);
  });

  test('a command sent twice at once is answered once', async () => {
    const jonas = bot().as('jonas');
    const seen = jonas.sees().length;
    const repeats = times(REPEAT);
    const { sandbox } = bot();
    await Promise.all([1, 2].map(() => sandbox.say(jonas.id, SALES, '/kpi me')));
    await bot().logged(REPEAT, repeats + 1);
    await sandbox.waitForMessage(jonas.id, SALES, ({ text }) => text.startsWith('Jonas Petersen'));
    expect(jonas.sees()).toHaveLength(seen + 1);
  });

  test('a double click on Share to channel posts once; a click a minute later posts again', async () => {
    const anna = bot().as('anna');
    const shares = () =>
      bot()
        .as('jonas')
        .sees()
        .filter(({ ephemeral, isBot }) => isBot && !ephemeral);
    const answer = await anna.types('/kpi revenue me');
    const before = shares().length;
    const repeats = times(REPEAT);
    const { sandbox } = bot();
    await Promise.all([1, 2].map(() => sandbox.click(anna.id, answer, 'kpi.share')));
    await bot().logged(REPEAT, repeats + 1);
    await sandbox.waitForMessage(anna.id, SALES, ({ ephemeral, isBot }) => isBot && !ephemeral);
    expect(shares()).toHaveLength(before + 1);

    await anna.presses(answer, 'Share to channel');
    expect(shares()).toHaveLength(before + 2);
  });
});

describe('what cannot be done', () => {
  test('a button of an older version is answered with what to do', async () => {
    const { sandbox } = bot();
    const anna = bot().as('anna');
    const old = {
      type: 'actions' as const,
      elements: [
        { type: 'button' as const, action_id: 'kpi.forecast', text: { type: 'plain_text' as const, text: 'Forecast' } },
        {
          type: 'button' as const,
          action_id: 'kpi.last',
          text: { type: 'plain_text' as const, text: 'Before' },
          value: '{"kpi":"sales"}',
        },
      ],
    };
    const client = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl });
    await client.chat.postEphemeral({ channel: SALES, user: anna.id, text: 'Old news', blocks: [old] });
    const message = await sandbox.waitForMessage(anna.id, SALES, ({ text }) => text === 'Old news');
    for (const label of labels(message)) {
      const answer = await anna.presses(message, label);
      expect(answer.text).toBe('I do not know this button any more. Please ask again for a fresh one.');
      expect(answer.ephemeral).toBe(true);
    }
  });

  test('sharing where the bot is not a member says how to invite it, and the answer stays', async () => {
    const anna = bot().as('anna');
    const answer = await anna.types('/kpi revenue me', QUIET);
    const said = await anna.presses(answer, 'Share to channel');
    expect(said.text).toMatch(
      /^I am not in this channel, so I cannot post there\. Invite me with \/invite @Salespulse/,
    );
    expect(said.ephemeral).toBe(true);
    expect(anna.sees(QUIET)).toContainEqual(answer);
    expect(bot().as('jonas').sees(QUIET)).toEqual([]);
  });
});

describe('when Slack stumbles', () => {
  test.for([
    ['breaks', { kind: '500' }],
    ['says no', { kind: 'error', error: 'internal_error' }],
  ] as const)(
    'an answer that Slack %s on is followed by what happened, under a number that is in the log',
    async ([, fault]) => {
      bot().sandbox.faults.next('response_url', fault);
      const said = await bot().as('anna').types('/kpi me');
      const [, request = ''] = FAILED.exec(said.text)!;
      expect(said.ephemeral).toBe(true);
      expect(bot().log()).toContain(`"request":"${request}"`);
      expect((await bot().as('anna').types('/kpi me')).text).toMatch(/^Anna Berger, /);
    },
  );

  test('an answer that Slack has no time for comes a moment later', async () => {
    bot().sandbox.faults.next('response_url', { kind: '429', retryAfter: 1 });
    expect((await bot().as('anna').types('/kpi me')).text).toMatch(/^Anna Berger, /);
  });

  test.for([
    ['breaks', [{ kind: '500' }]],
    ['says no', [{ kind: 'error', error: 'internal_error' }]],
    [
      'has no time, twice',
      [
        { kind: '429', retryAfter: 1 },
        { kind: '429', retryAfter: 1 },
      ],
    ],
  ] as const)('a call that is logged is told as logged when Slack %s on the answer', async ([, faults]) => {
    const anna = bot().as('anna');
    const before = await bot().db.activity.count();
    for (const fault of faults) bot().sandbox.faults.next('response_url', fault);
    const said = await anna.types('/log call Acme asked for a proposal');
    expect(said.text).toMatch(DONE);
    expect(said.text).not.toContain('asked for a proposal');
    expect(await bot().db.activity.count()).toBe(before + 1);
  });

  test('a call that is logged is told as logged when the receipt of the answer is lost', async () => {
    const anna = bot().as('anna');
    bot().sandbox.faults.next('response_url', { kind: 'lostReply' });
    await anna.types('/log call Acme');
    await bot().sandbox.waitForMessage(anna.id, SALES, ({ text }) =>
      text.startsWith('It is done and stored, so please do not send it again; Slack only did not tell me'),
    );
  });

  test('taking it back, setting a target and taking that back are told as done, too', async () => {
    const { anna, marta } = { anna: bot().as('anna'), marta: bot().as('marta') };
    const logged = await anna.types('/log call Acme');
    const before = await bot().db.activity.count();
    bot().sandbox.faults.next('response_url', { kind: '500' });
    expect((await anna.presses(logged, 'Undo')).text).toMatch(DONE);
    expect(await bot().db.activity.count()).toBe(before - 1);

    bot().sandbox.faults.next('response_url', { kind: '500' });
    expect((await marta.types('/target set revenue 60000 this month for Anna')).text).toMatch(DONE);
    expect((await anna.types('/kpi me')).text).toContain('of $60,000');
    const again = await marta.types('/target set revenue 70000 this month for Anna');
    bot().sandbox.faults.next('response_url', { kind: '500' });
    expect((await marta.presses(again, 'Undo')).text).toMatch(DONE);
    expect((await anna.types('/kpi me')).text).toContain('of $60,000');
  });

  test('a question back that cannot be shown is told as failed, with the words: nothing is logged', async () => {
    bot().sandbox.faults.next('response_url', { kind: '500' });
    const said = await bot().as('anna').types('/log 12m Globex liked the chair');
    expect(said.text).toMatch(FAILED);
    expect(said.text).toContain('`/log 12m Globex liked the chair`');
  });

  test('an answer whose receipt is lost is not sent again; the person is told that it may have arrived', async () => {
    const anna = bot().as('anna');
    const before = anna.sees().length;
    bot().sandbox.faults.next('response_url', { kind: 'lostReply' });
    await anna.types('/kpi me');
    await bot().sandbox.waitForMessage(anna.id, SALES, ({ text }) =>
      text.startsWith('Slack did not tell me whether my answer reached you.'),
    );
    expect(
      anna
        .sees()
        .slice(before)
        .filter(({ text }) => text.startsWith('Anna Berger, ')),
    ).toHaveLength(1);
  });

  test.for([
    ['whose receipt is lost is posted once', 'lostReply', 1],
    ['on which Slack’s server fails is not sent again', '500', 0],
  ] as const)('a shared answer %s, and who shared it is told to look', async ([, kind, posted]) => {
    const anna = bot().as('anna');
    const jonas = bot().as('jonas');
    const before = jonas.sees().length;
    const answer = await anna.types('/kpi revenue me');
    bot().sandbox.faults.next('chat.postMessage', { kind });
    await anna.presses(answer, 'Share to channel');
    await bot().sandbox.waitForMessage(anna.id, SALES, ({ text }) =>
      text.startsWith('Slack did not tell me whether the message was posted.'),
    );
    expect(jonas.sees()).toHaveLength(before + posted);
  });

  test('what Slack has no time for is shared a moment later', async () => {
    const anna = bot().as('anna');
    const answer = await anna.types('/kpi revenue me');
    bot().sandbox.faults.next('chat.postMessage', { kind: '429', retryAfter: 1 });
    expect(words(await anna.presses(answer, 'Share to channel'))).toMatch(/^Shared by Anna Berger/);
  });

  test('a question in one’s messages with the bot is answered a moment later when Slack has no time for it', async () => {
    const anna = bot().as('anna');
    bot().sandbox.faults.next('chat.postMessage', { kind: '429', retryAfter: 1 });
    expect((await anna.types('revenue', bot().sandbox.dm(anna.id))).text).toMatch(/^Anna Berger, .*Revenue/);
  });

  test('what Slack has no time for, for long, is told as not shared, and can be shared again', async () => {
    const anna = bot().as('anna');
    const answer = await anna.types('/kpi revenue me');
    bot().sandbox.faults.next('chat.postMessage', { kind: '429', retryAfter: 200 });
    const BUSY = 'Slack takes no more messages just now. Please try again in a few minutes.';
    expect((await anna.presses(answer, 'Share to channel')).text).toBe(BUSY);
    // The two hundred seconds are over.
    await bot().db.sendLimit.deleteMany();
    expect(words(await anna.presses(answer, 'Share to channel'))).toMatch(/^Shared by Anna Berger/);
  });

  test('the bot comes back when Slack sends it away', async () => {
    const { sandbox } = bot();
    sandbox.disconnect('refresh_requested');
    await expect.poll(() => sandbox.connections()).toBe(1);
    expect((await bot().as('anna').types('/kpi me')).text).toMatch(/^Anna Berger, /);
  });
});

describe('when the database goes away', () => {
  const name = () => new URL(bot().databaseUrl).pathname.slice(1);

  test('in the middle of a command, the person is told to try again, and that works', async () => {
    const anna = bot().as('anna');
    const { text } = await cutOffDuring(bot().databaseUrl, () => anna.types('/kpi me'));
    expect(text).toMatch(FAILED);
    expect(text).toMatch(/\nYour words, to send again: `\/kpi me`$/);
    expect((await anna.types('/kpi me')).text).toMatch(/^Anna Berger, /);
  });

  test('altogether, the person is told to try again, and that works once it is back', async () => {
    const anna = bot().as('anna');
    const server = new pg.Client({ connectionString: inject('serverUrl') });
    await server.connect();
    await server.query(`ALTER DATABASE ${name()} ALLOW_CONNECTIONS false`);
    await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name()]);
    expect((await anna.types('/kpi me')).text).toMatch(FAILED);
    expect((await fetch(`${bot().address}/readyz`)).status).toBe(503);

    await server.query(`ALTER DATABASE ${name()} ALLOW_CONNECTIONS true`);
    await server.end();
    expect((await fetch(`${bot().address}/readyz`)).status).toBe(200);
    expect((await anna.types('/kpi me')).text).toMatch(/^Anna Berger, /);
  });
});

/** Last, so that everything above has been logged, at the finest level. */
describe('the log of all this', () => {
  test('holds no secret and nothing that people typed', async () => {
    expect(bot().log()).toContain('"deed":"/kpi"');
    expect(new URL(bot().databaseUrl).password).not.toBe('');
    expect(bot().leaks()).toEqual([]);
    expect(bot().log()).not.toMatch(/revenue me|Anna Berger|trigger_id/);
  });
});
