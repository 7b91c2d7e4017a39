import { describe, expect, it } from 'vitest';
import { arrange } from '../../../src/sandbox/page/conversation/arrange.ts';
import type { Message } from '../../../src/sandbox/protocol.ts';

const said = (at: string, more: Partial<Message> = {}): Message => ({
  ts: at,
  channel: 'C1',
  user: 'U1',
  isBot: false,
  text: 'words',
  ephemeral: false,
  edited: false,
  at,
  ...more,
});

describe('arranging a conversation', () => {
  it('parts the days where the reader’s midnight is', () => {
    const messages = [said('2025-03-04T22:30:00Z'), said('2025-03-04T23:30:00Z')];
    expect(arrange(messages, 'UTC').map(({ date }) => date)).toEqual(['2025-03-04']);
    expect(arrange(messages, 'Europe/Berlin').map(({ date }) => date)).toEqual(['2025-03-04', '2025-03-05']);
  });

  it.each([
    ['the same author a minute later', said('2025-03-04T10:01:00Z'), true],
    ['the same author five minutes later', said('2025-03-04T10:05:00Z'), false],
    ['another author', said('2025-03-04T10:01:00Z', { user: 'U2' }), false],
    ['the same app under another name', said('2025-03-04T10:01:00Z', { username: 'Digest' }), false],
    ['words for one person only', said('2025-03-04T10:01:00Z', { ephemeral: true }), false],
  ])('names the author anew, or not: %s', (_, second, continues) => {
    const [day] = arrange([said('2025-03-04T10:00:00Z'), second], 'UTC');
    expect(day?.items.map((item) => item.continues)).toEqual([false, continues]);
  });

  it('has no days without messages', () => {
    expect(arrange([], 'UTC')).toEqual([]);
  });
});
