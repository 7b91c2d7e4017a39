import { expect, test } from 'vitest';
import { COVERAGE } from '../../src/sandbox/coverage.ts';
import { METHODS } from '../../src/sandbox/methods/index.ts';
import { CALLS_A_MINUTE } from '../../src/sandbox/rate-limits.ts';

test('the coverage list names exactly the methods the sandbox has', () => {
  expect(Object.keys(COVERAGE.methods)).toEqual([...METHODS.keys()].sort());
});

test('rate limits are of methods that exist', () => {
  expect([...METHODS.keys()]).toEqual(expect.arrayContaining(Object.keys(CALLS_A_MINUTE)));
});
