import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decide, waits, waitsWhenUnsure } from '../../src/delivery/retry.ts';
import { projectRoot } from '../../src/project-root.ts';

describe('a message that does not go out', () => {
  it('is tried again after longer and longer, and given up in the end', () => {
    const afters = [];
    for (let failures = 0; ; failures++) {
      const decision = decide({ kind: 'refused', error: 'internal_error' }, failures, false);
      if (decision.kind !== 'again') {
        expect(decision).toEqual({ kind: 'giveUp', reason: 'trouble', error: 'internal_error' });
        break;
      }
      expect(decision).toMatchObject({ counts: true, isUnsure: false });
      afters.push(decision.afterMs);
    }
    expect(afters).toEqual([2_000, 10_000, 60_000, 300_000, 900_000, 3_600_000, 10_800_000]);
  });

  it('is tried for as long as somebody wants it, where it is Slack that has trouble', () => {
    const trouble = { kind: 'refused', error: 'service_unavailable' } as const;
    const timedOut = { kind: 'unsure', error: 'The operation was aborted due to timeout' } as const;
    for (const outcome of [trouble, timedOut]) {
      expect(decide(outcome, 40, true)).toMatchObject({ kind: 'again', afterMs: 10_800_000 });
      expect(decide(outcome, 40, false)).toMatchObject({ kind: 'giveUp' });
    }
    expect(decide({ kind: 'unmade', error: 'of ours' }, 40, true)).toMatchObject({ kind: 'giveUp', reason: 'bug' });
  });

  it('waits as README says', () => {
    const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
    for (const each of [waits, waitsWhenUnsure]) expect(readme.split(each.join(', '))).toHaveLength(2);
  });

  it('waits for its turn as often as Slack asks, and that is no failure', () => {
    expect(decide({ kind: 'limited', seconds: 30 }, 6, true)).toEqual({
      kind: 'again',
      afterMs: 30_000,
      isUnsure: false,
      counts: false,
      error: 'ratelimited',
    });
  });

  it('is not asked about while Slack may still be at work on it', () => {
    const timedOut = { kind: 'unsure', error: 'The operation was aborted due to timeout' } as const;
    const decisions = waitsWhenUnsure.map((_, failures) => decide(timedOut, failures, false));
    for (const decision of decisions) expect(decision).toMatchObject({ kind: 'again', isUnsure: true });
    expect(Math.min(...decisions.map((each) => (each.kind === 'again' ? each.afterMs : 0)))).toBe(30_000);
  });

  it('may have arrived when the connection broke: whoever tries again has to ask', () => {
    expect(decide({ kind: 'unsure', error: 'socket hang up' }, 0, false)).toMatchObject({
      kind: 'again',
      isUnsure: true,
    });
    expect(decide({ kind: 'unsure', error: 'socket hang up' }, waits.length, false)).toMatchObject({
      reason: 'unsure',
    });
  });

  it.for([
    ['is_archived', 'archived'],
    ['not_in_channel', 'not_in_channel'],
    ['channel_not_found', 'gone'],
    ['user_disabled', 'left'],
    ['token_revoked', 'token'],
    ['missing_scope', 'forbidden'],
    ['invalid_blocks', 'bug'],
    ['something_new', 'bug'],
  ] as const)('is given up at once when Slack says %s', ([error, reason]) => {
    expect(decide({ kind: 'refused', error }, 0, true)).toEqual({ kind: 'giveUp', reason, error });
  });
});
