import { expect, test } from 'vitest';
import { type Chaos, wreakHavoc } from './chaos.ts';

const sizes: Record<'small' | 'large', Chaos> = {
  small: {
    processes: 2,
    people: 95,
    channels: 5,
    toPeople: 3,
    toChannels: 3,
    seed: 4,
    messagesPerMinute: 1_200,
    kills: 3,
    killAfter: [15, 60],
    slowPosts: 2,
    ...{ standups: 2, peopleEach: 3, noted: 4 },
    blackout: true,
    withinMs: 300_000,
  },
  large: {
    processes: 5,
    people: 480,
    channels: 10,
    toPeople: 10,
    toChannels: 20,
    seed: 5,
    messagesPerMinute: 3_000,
    kills: 20,
    killAfter: [50, 350],
    slowPosts: 30,
    ...{ standups: 5, peopleEach: 8, noted: 20 },
    blackout: false,
    withinMs: 30 * 60_000,
  },
};

/** `npm run test:chaos` asks for the large one, and is told what happened. */
const size = sizes[process.env.CHAOS === 'large' ? 'large' : 'small'];
const { processes, people, channels, toPeople, toChannels, withinMs } = size;
const messages = people * toPeople + channels * toChannels;
const title = `${messages} messages of ${processes} bots reach each of their recipients once, whoever is killed and however Slack fails`;

test(title, { timeout: withinMs + 20_000 }, async () => {
  const result = await wreakHavoc(size);
  if (size === sizes.large) process.stdout.write(`${JSON.stringify({ ...result, wrong: result.wrong.size })}\n`);
  expect(result.wrong).toEqual(new Map());
  expect(result.untrue).toEqual([]);
  expect(result.expected).toBe(messages);
  expect(Object.keys(result.faults).length).toBeGreaterThan(2);
  expect(result.ended).toEqual(result.ended.map(() => 0));
});
