import { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, test } from 'vitest';
import { ChartFailed, createRenderer, type Renderer } from '../../src/charts/render.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import type { Message } from '../../src/sandbox/protocol.ts';
import { createUploads } from '../../src/slack/uploads.ts';
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
    const elsewhere = createUploads(bot().db, client);
    const upload = async () => ({ id: 'F0ANOTHER', permalink: '' });
    expect((await elsewhere.once(at, morning, upload)).id).toBe(first);
    bot().sandbox.faults.next('files.info', { kind: 'error', error: 'file_deleted' });
    expect((await elsewhere.once(at, morning, upload)).id).toBe('F0ANOTHER');
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
