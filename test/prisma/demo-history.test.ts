import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetweenChanges } from '../../prisma/demo/history.ts';
import { DAY, dayIndex } from '../../prisma/demo/timeline.ts';

const stories = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 12 * DAY }),
      state: fc.record({ stage: fc.constantFrom('a', 'b', 'c') }),
    }),
    { minLength: 1 },
  )
  .map((changes) => changes.toSorted((a, b) => a.at - b.at));

test('spans of days follow each other without a gap, and the last is still open', () => {
  fc.assert(
    fc.property(stories, (changes) => {
      const spans = daysBetweenChanges({ stage: '' }, changes);
      expect(spans[0]!.from).toBe(dayIndex(changes[0]!.at));
      for (const [index, span] of spans.entries()) {
        expect(span.to).toBe(spans[index + 1]?.from ?? null);
        if (span.to !== null) expect(span.to).toBeGreaterThan(span.from);
      }
    }),
  );
});

test('on each day the last word of that day, or before it, counts', () => {
  fc.assert(
    fc.property(stories, (changes) => {
      const spans = daysBetweenChanges({ stage: '' }, changes);
      for (let day = dayIndex(changes[0]!.at); day <= 12; day++) {
        const span = spans.findLast(({ from }) => from <= day);
        expect(span!.state).toEqual(changes.findLast(({ at }) => dayIndex(at) <= day)!.state);
      }
    }),
  );
});
