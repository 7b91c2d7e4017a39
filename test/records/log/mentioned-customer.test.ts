import { distance } from 'fastest-levenshtein';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findMention } from '../../../src/records/log/mentioned-customer.ts';
import { piecesOf } from '../../../src/records/log/pieces.ts';

// The real one; it only counts.
vi.mock(import('fastest-levenshtein'), async (original) => {
  const real = await original();
  return { ...real, distance: vi.fn(real.distance) };
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.mocked(distance).mockClear();
});

const named = (...names: string[]) => names.map((name) => ({ id: name, name }));

/** Whom the words mention, and which of them do so. */
function mentioned(words: string, customers: ReturnType<typeof named>) {
  const found = findMention(piecesOf(words), customers, ({ kind }) => kind === 'word');
  return found && [found.pieces.map(({ text }) => text).join(' '), ...found.customers.map(({ name }) => name)];
}

describe('a customer among the words', () => {
  it.each([
    ['spoke to acme foods', ['acme foods', 'Acme Foods']],
    ['spoke to acme', ['acme', 'Acme Corporation', 'Acme Foods']],
    ['globex and acme foods, then acme foods', ['acme foods', 'Acme Foods']],
    ['spoke to beta', ['beta', 'Betatech']],
    ['spoke to bet', null],
    ['acmefoods', ['acmefoods', 'Acme Foods']],
    ['globexx', ['globexx', 'Globex']],
    ['glbex trading', null],
    ['btatech', ['btatech', 'Betatech']],
    ['betatehc', null],
    ['betatec', ['betatec', 'Betatech']],
    ['custmer 12', ['custmer 12', 'Customer 12']],
    ['custumer 13', null],
  ])('%s', (words, expected) => {
    const customers = named('Acme Corporation', 'Acme Foods', 'Betatech', 'Globex', 'Customer 12');
    expect(mentioned(words, customers)).toEqual(expected);
  });

  it('takes work that grows with the words and the customers, not with one times the other', () => {
    const customers = named(...Array.from({ length: 2_000 }, (_, index) => `Customer ${index} Trading`));
    const typed = Array.from({ length: 400 }, (_, index) => `custom${index % 90}`).join(' ');
    const keys = vi.spyOn(String.prototype, 'normalize');
    expect(mentioned(typed, customers)).toBeNull();
    const work = keys.mock.calls.length + vi.mocked(distance).mock.calls.length;
    // Each word begins up to eight runs.
    expect(work).toBeLessThan(2 * (customers.length + 8 * 400));
  });
});
