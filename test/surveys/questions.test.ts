import { expect, it } from 'vitest';
import { bankSize, drivers, nextQuestions } from '../../src/surveys/questions.ts';

it('asks each of at least forty questions once before any comes again, however many at a time', () => {
  expect(bankSize).toBeGreaterThanOrEqual(40);
  for (const howMany of [1, 2, 3, 5]) {
    const asked: string[] = [];
    for (let round = 0; asked.length < 2 * bankSize; round++) {
      asked.push(...nextQuestions(howMany, asked).map(({ id }) => id));
      const times = new Map<string, number>();
      for (const id of asked) times.set(id, (times.get(id) ?? 0) + 1);
      const most = Math.max(...times.values());
      const least = times.size < bankSize ? 0 : Math.min(...times.values());
      expect(most - least, `after round ${round + 1} of ${howMany}`).toBeLessThanOrEqual(1);
    }
  }
});

it('the questions of one round are about different things', () => {
  const asked: string[] = [];
  for (let round = 0; round < 8; round++) {
    const next = nextQuestions(5, asked);
    expect(new Set(next.map(({ driver }) => driver)).size).toBe(5);
    asked.push(...next.map(({ id }) => id));
  }
  for (const driver of drivers) expect(asked.filter((id) => id.startsWith(`${driver}.`)).length).toBeGreaterThan(3);
});
