import { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, test } from 'vitest';
import { ChartFailed, createRenderer, type Renderer } from '../../src/charts/render.ts';
import { themes } from '../../src/charts/theme.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import type { Message } from '../../src/sandbox/protocol.ts';
import { createUploads } from '../../src/slack/uploads.ts';
import { picture, rgb } from '../charts/picture.ts';
import { SALES, useBot } from '../support/bot.ts';
import { now as morning } from '../support/office.ts';
import { expectDrawing, imageIn, labels, shown, words } from '../support/reading.ts';

const NOT_SHOWN = 'The chart could not be shown this time. The numbers above are complete.';

describe('drawing', () => {
  const hand = createHand();
  const bot = useBot({ renderer: hand });
  beforeEach(hand.steady);

  test('numbers do not wait for a slow chart: they come with a button that shows it when it is there', async () => {
    const anna = bot().as('anna');
    hand.pause();
    const answer = await anna.types('/kpi me');
    expect(answer.text).toMatch(/^Anna Berger, 1–31 Mar 2026 so far: Revenue \$20,000 of \$40,000/);
    expect(imageIn(answer)).toBeUndefined();
    expect(words(answer)).toContain('The chart is still being drawn.');
    expect(labels(answer)[0]).toBe('Show chart');

    hand.steady();
    const drawn = await anna.presses(answer, 'Show chart');
    expect(drawn.ts).toBe(answer.ts);
    expect(labels(drawn)).not.toContain('Show chart');
    await expectDrawing(imageIn(drawn)!.url!);
  });

  test('numbers come without a chart that cannot be drawn, and say so; the next time it is tried again', async () => {
    const anna = bot().as('anna');
    hand.fail();
    const answer = await anna.types('/kpi revenue me last month');
    expect(answer.text).toBe('Anna Berger, 1–28 Feb 2026: Revenue $15,000.');
    expect(imageIn(answer)).toBeUndefined();
    expect(words(answer)).toContain(NOT_SHOWN);

    hand.steady();
    const again = await shown(anna, await anna.types('/kpi revenue me last month'));
    await expectDrawing(imageIn(again)!.url!);
  });
});

describe('the kind of chart follows the question', () => {
  const bot = useBot();

  test.for([
    ['/kpi team deal funnel this quarter', /^Funnel: From opportunity to win · /],
    ['/kpi revenue team by team by month this quarter', /^Stacked column chart: Revenue by team by month · /],
    ['/kpi win rate team by team by month this quarter', /^Line chart: Win rate by team by month · /],
    ['/kpi revenue team by team by rep this quarter', /^Stacked bar chart: Revenue by team by person · /],
    ['/kpi win rate team by team by rep this quarter', /^Bar chart: Win rate by team by person · /],
    ['/kpi calls team by weekday by hour this quarter', /^Heat map: Calls made by weekday by hour · /],
    ['/kpi revenue, deals won team by team', undefined],
    ['/kpi attainment @anna', /^Bullet chart: Attainment · Anna Berger, .* Revenue \$20K of \$40K: 50%\.$/],
    ['/kpi revenue by month this quarter team vs last year', /^Column chart: Revenue by month · /],
  ] as const)('%s', async ([words, alt]) => {
    const marta = bot().as('marta');
    const answer = await shown(marta, await marta.types(words));
    if (!alt) return expect(imageIn(answer)).toBeUndefined();
    expect(imageIn(answer)?.alt).toMatch(alt);
    await expectDrawing(imageIn(answer)!.url!);
  });

  test('a workspace that looks at Slack in the dark gets its charts on a dark ground', async () => {
    const marta = bot().as('marta');
    const cornerOf = async () => {
      const answer = await shown(marta, await marta.types('/kpi revenue team by team last month'));
      const response = await fetch(imageIn(answer)!.url!);
      return picture(new Uint8Array(await response.arrayBuffer())).at(2, 2);
    };
    expect(await cornerOf()).toEqual(rgb(themes.light.background));
    await bot().db.workspace.updateMany({ data: { chartTheme: 'dark' } });
    expect(await cornerOf()).toEqual(rgb(themes.dark.background));
  });
});

describe('for who cannot see a chart', () => {
  const bot = useBot();

  test('its numbers stand in its place, and come as a file into one’s messages; the chart comes back', async () => {
    const anna = bot().as('anna');
    const answer = await shown(anna, await anna.types('/kpi revenue me'));
    const numbers = await anna.presses(answer, 'Numbers');
    expect(numbers).toMatchObject({ ts: answer.ts, text: answer.text });
    expect(imageIn(numbers)).toBeUndefined();
    expect(words(numbers)).toMatch(
      /\n18 Mar: Actual \$20K, Even pace \$\S+ Projected \$20K, Target \$40K\n19 Mar: Actual –/,
    );

    const sent = await anna.presses(numbers, 'As CSV');
    const [, url] = /The numbers are in <(\S+)\|your messages with me>\./.exec(words(sent))!;
    const csv = await (await fetch(`${url}?as=${anna.id}`)).text();
    expect(csv.split('\r\n')[0]).toBe('Day,Actual,Even pace,Projected,Target');
    expect(csv).toContain('\r\n18 Mar,20000,');

    const again = await anna.presses(sent, 'Show chart');
    await expectDrawing(imageIn(again)!.url!);
  });

  test('a file that cannot be sent is said so', async () => {
    const anna = bot().as('anna');
    const numbers = await anna.presses(await anna.types('/kpi revenue me'), 'Numbers');
    bot().sandbox.faults.next('files.completeUploadExternal', { kind: 'error', error: 'internal_error' });
    expect(words(await anna.presses(numbers, 'As CSV'))).toContain('The file could not be sent this time.');
  });

  test('where nothing is drawn there are no numbers to press for', async () => {
    expect(labels(await bot().as('anna').types('/kpi revenue me yesterday'))).not.toContain('Numbers');
  });
});

describe('with an address that Slack cannot reach', () => {
  const bot = useBot({ publicUrl: 'http://127.0.0.1:9' });

  test('numbers come without their chart, and say so', async () => {
    const anna = bot().as('anna');
    const answer = await shown(anna, await anna.types('/kpi me'));
    expect(answer.text).toMatch(/^Anna Berger, 1–31 Mar 2026 so far: Revenue \$20,000 of \$40,000/);
    expect(words(answer)).toContain(NOT_SHOWN);
    expect(words(answer)).toContain('Data as of');
  });
});

describe('without a public address', () => {
  const bot = useBot({ publicUrl: '' });
  const inDm = (message: Message) => (message.files?.length ?? 0) > 0;

  test('the chart goes into the messages of the person with the bot, and the answer links to it', async () => {
    const anna = bot().as('anna');
    const answer = await shown(anna, await anna.types('/kpi me'));
    const dm = bot().sandbox.dm(anna.id);
    const isLinked = (message: Message) => inDm(message) && words(answer).includes(message.files![0]!.id);
    const { files } = await bot().sandbox.waitForMessage(anna.id, dm, isLinked);
    expect(imageIn(answer)).toBeUndefined();
    expect(words(answer)).toMatch(/The chart is in <http\S+\|your messages with me>\./);
    expect(files![0]!.title).toBe('Revenue · Anna Berger');
    await expectDrawing(new URL(files![0]!.url, bot().sandbox.url).href);
  });

  test('numbers do not wait for a slow upload; the button links to the chart, which was delivered once', async () => {
    const anna = bot().as('anna');
    const dm = bot().sandbox.dm(anna.id);
    const before = anna.sees(dm).length;
    bot().sandbox.faults.next('files.getUploadURLExternal', { kind: 'slow', ms: 2_000 });
    const answer = await anna.types('/kpi revenue me last month');
    expect(answer.text).toBe('Anna Berger, 1–28 Feb 2026: Revenue $15,000.');
    expect(labels(answer)[0]).toBe('Show chart');
    const linked = await anna.presses(answer, 'Show chart');
    expect(words(linked)).toContain('|your messages with me>');
    await anna.types('/kpi revenue me last month');
    expect(anna.sees(dm)).toHaveLength(before + 1);
  });

  test.for<[string, Fault]>([
    ['conversations.open', { kind: 'error', error: 'user_disabled' }],
    ['files.getUploadURLExternal', { kind: '429', retryAfter: 1 }],
    ['upload', { kind: '500' }],
    ['files.completeUploadExternal', { kind: 'drop' }],
  ])('numbers come without their chart, and say so, when %s fails', async ([method, fault]) => {
    bot().sandbox.faults.next(method, fault);
    const anna = bot().as('anna');
    // Today's chart may have been delivered already; tomorrow's is another one.
    bot().pass({ hours: 24 });
    const answer = await shown(anna, await anna.types('/kpi revenue me'));
    expect(answer.text).toMatch(/^Anna Berger, 1–31 Mar 2026 so far: Revenue \$20,000 of \$40,000/);
    expect(words(answer)).toContain(NOT_SHOWN);
  });
});

describe('shared with a channel', () => {
  const bot = useBot();

  test('the same chart is uploaded once, by whichever process, and anew when somebody has deleted it', async () => {
    const anna = bot().as('anna');
    const share = async () => {
      const answer = await anna.types('/kpi revenue me last month');
      return imageIn(await anna.presses(answer, 'Share to channel'))!.fileId!;
    };
    const first = await share();
    expect(await share()).toBe(first);

    const row = await bot().db.chartUpload.findFirstOrThrow({ where: { fileId: first } });
    const at = { workspaceId: row.workspaceId, key: row.key, place: row.place };
    const client = new WebClient(bot().sandbox.botToken, { slackApiUrl: bot().sandbox.apiUrl });
    // Each of them another process.
    const elsewhere = () => createUploads(bot().db, client);
    const upload = async () => ({ id: 'F0ANOTHER', permalink: '' });
    expect((await elsewhere().once(at, morning, upload)).id).toBe(first);
    // When Slack is asked too often whether it is there, as with a digest to everyone, it is taken to be.
    bot().sandbox.faults.next('files.info', { kind: '429', retryAfter: 1 });
    expect((await elsewhere().once(at, morning, upload)).id).toBe(first);
    bot().sandbox.faults.next('files.info', { kind: 'error', error: 'file_deleted' });
    expect((await elsewhere().once(at, morning, upload)).id).toBe('F0ANOTHER');
  });

  test.for<[string, Fault]>([
    ['files.getUploadURLExternal', { kind: '500' }],
    ['upload', { kind: '500' }],
    ['upload', { kind: 'drop' }],
    ['files.completeUploadExternal', { kind: 'error', error: 'internal_error' }],
    ['files.info', { kind: '429', retryAfter: 1 }],
    ['chat.postMessage', { kind: 'error', error: 'invalid_blocks' }],
  ])('numbers come without their chart, and say so, when %s fails', async ([method, fault]) => {
    const jonas = bot().as('jonas');
    const anna = bot().as('anna');
    // Today's chart may have been uploaded already; tomorrow's is another one.
    bot().pass({ hours: 24 });
    const answer = await anna.types('/kpi revenue me');
    bot().sandbox.faults.next(method, fault);
    const shared = await anna.presses(answer, 'Share to channel');
    expect(jonas.sees(SALES)).toContainEqual(shared);
    expect(words(shared)).toMatch(/^Shared by Anna Berger\n\*Anna Berger, 1–31 Mar 2026 so far: Revenue \$20,000/);
    expect(words(shared)).toContain(NOT_SHOWN);
  });
});

/** The real renderer, which can be made to wait or to fail. */
function createHand() {
  const real = createRenderer();
  let waiting: Promise<void> = Promise.resolve();
  let goOn = () => {};
  let fails = false;
  return {
    ready: real.ready,
    close: real.close,
    async render(spec) {
      await waiting;
      if (fails) throw new ChartFailed('the hand trembles');
      return real.render(spec);
    },
    pause() {
      waiting = new Promise((resolve) => {
        goOn = resolve;
      });
    },
    fail() {
      fails = true;
    },
    steady() {
      fails = false;
      goOn();
    },
  } satisfies Renderer & Record<string, unknown>;
}
