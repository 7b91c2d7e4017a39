import { expect, test } from 'vitest';
import { newDatabase } from '../support/database.ts';
import { startBot } from './bot.ts';
import { openOffice } from './office.ts';

/** Slow enough that much is left to send when the second one has come up, however slow the machine. */
const PER_MINUTE = 60;
/** The second one need not take its time. */
const FAST = 6_000;
const patient = { timeout: 150_000, interval: 100 };

test('a bot told to stop finishes what it has in hand, and another one sends the rest', {
  timeout: 320_000,
}, async () => {
  const database = await newDatabase();
  const office = await openOffice(database.db, { people: 100, channels: 0, toPeople: 1, toChannels: 0 });
  const { sandbox } = office;
  // Slack takes its time, so that there is always something in hand.
  sandbox.faults.always('chat.postMessage', () => ({ kind: 'slow', ms: 2_000 }));
  await office.addSchedules(1);
  const bots = [startBot(database.url, sandbox, PER_MINUTE)];
  const [first] = bots;
  try {
    await first?.says('Salespulse is up');
    const second = startBot(database.url, sandbox, FAST);
    bots.push(second);
    await second.says('Salespulse is up');
    await expect.poll(office.arrived, patient).toBeGreaterThan(3);
    expect(office.arrived()).toBeLessThan(office.expected);
    // A process that does not stop within ten seconds ends with 1.
    expect(await first?.stop('SIGTERM')).toBe(0);
    expect(office.arrived()).toBeLessThan(office.expected);
    sandbox.faults.clear();
    await expect.poll(office.arrived, patient).toBe(office.expected);
    expect(await second.stop('SIGTERM')).toBe(0);
    expect(office.wrong()).toEqual(new Map());
    // Nothing was left in doubt: nobody had to ask Slack what had arrived.
    expect(sandbox.calls.filter(({ method }) => method === 'conversations.history')).toEqual([]);
  } finally {
    await Promise.all(bots.map((each) => each.kill()));
    await sandbox.stop();
    await database.drop();
  }
});
