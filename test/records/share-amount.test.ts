import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareAmount } from '../../src/records/share-amount.ts';

it('A deal of 100 shared by three equal lines loses no cent', () => {
  expect(shareAmount('100', ['1', '1', '1'], 2)).toEqual(['33.34', '33.33', '33.33']);
});

it('The largest remainder gets the coin that is left', () => {
  expect(shareAmount('10', ['1', '2'], 0)).toEqual(['3', '7']);
  expect(shareAmount('0.05', ['1', '1'], 2)).toEqual(['0.03', '0.02']);
});

it('Lines without prices share equally', () => {
  expect(shareAmount('9', [null, '0'], 2)).toEqual(['4.50', '4.50']);
});

it('A credit is shared like a debit', () => {
  expect(shareAmount('-100', ['1', '1', '1'], 2)).toEqual(['-33.34', '-33.33', '-33.33']);
});

it('Shares add up to the amount and are never more than a coin off', () => {
  const decimal = (most: number) => fc.integer({ min: 0, max: most }).map((cents) => (cents / 100).toFixed(2));
  fc.assert(
    fc.property(decimal(1e9), fc.array(decimal(1e6), { minLength: 1, maxLength: 20 }), (amount, weights) => {
      const shares = shareAmount(amount, weights, 2);
      const cents = shares.map((share) => Math.round(Number(share) * 100));
      expect(cents.reduce((sum, share) => sum + share, 0)).toBe(Math.round(Number(amount) * 100));
      const total = weights.reduce((sum, weight) => sum + Number(weight), 0);
      if (total === 0) return;
      for (const [index, share] of cents.entries()) {
        expect(Math.abs(share - (Number(amount) * 100 * Number(weights[index])) / total)).toBeLessThanOrEqual(1.001);
      }
    }),
  );
});
