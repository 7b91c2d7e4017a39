import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { CompleteEntry } from '../../../src/records/log/store-log.ts';
import { askMessage, loggedMessage, undoneMessage } from '../../../src/slack/messages/logged.ts';

const now = Temporal.Instant.from('2026-03-18T11:00:00Z');
const standing = { kind: 'call' as const, value: 9, target: 11.4, day: null };
const told = { now, zone: 'Europe/Berlin', standing };
const call: CompleteEntry = {
  type: 'call',
  direction: 'inbound',
  outcome: 'answered',
  result: null,
  durationSeconds: 65,
  occurred: { at: now.subtract({ hours: 30 }) },
  customers: [{ id: '1', name: 'Ben & <!here>' }],
  note: null,
  nextStep: null,
  nextStepOn: Temporal.PlainDate.from('2026-03-20'),
};

describe('what /log says', () => {
  it('is a line that stands alone, with the goal rounded up', () => {
    expect(loggedMessage(call, '7', told).text).toBe(
      'Logged: Call · Inbound · *Ben &amp; &lt;!here&gt;* · answered · 1m 5s · 17 Mar, 06:00 · next step on Fri 20 Mar — call 9 of 12 today.',
    );
  });

  it('past the goal counts on, beside it', () => {
    const past = { kind: 'meeting' as const, value: 2, target: 1, day: null };
    expect(loggedMessage(call, '7', { ...told, standing: past }).text).toMatch(/ — meeting 2 today \(target 1\)\.$/);
    const met = { ...past, value: 1, day: Temporal.PlainDate.from('2026-03-17') };
    expect(loggedMessage(call, '7', { ...told, standing: met }).text).toMatch(/ — meeting 1 of 1 on Tue 17 Mar\.$/);
  });

  it('without a goal is the number alone', () => {
    const other = { ...standing, target: null, value: 1 };
    expect(loggedMessage(call, '7', { ...told, standing: other }).text).toMatch(/ — 1 call today\.$/);
  });

  it('stays within what Slack takes, however long the note is and whatever is in it', () => {
    const long = { ...call, note: '&'.repeat(3000), nextStep: '<'.repeat(3000) };
    const words = `call "${'&'.repeat(3000)}"`;
    const messages = [
      loggedMessage(long, '7', told),
      undoneMessage(long, words, told),
      askMessage('What was it?', words),
    ];
    for (const { text, blocks } of messages) {
      expect(text.length).toBeLessThanOrEqual(16_000);
      expect(blocks.length).toBeLessThanOrEqual(50);
      for (const block of blocks) if (block.type === 'section') expect(block.text?.text).not.toMatch(/…$/);
    }
  });
});
