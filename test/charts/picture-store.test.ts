import { expect, test } from 'vitest';
import { createPictureStore } from '../../src/charts/picture-store.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { columns, pace } from './specs.ts';

/** Stands in for the drawing threads: pictures of a known size, and a list of what was asked for. */
function countingRenderer(size = 1_000) {
  const asked: string[] = [];
  return {
    asked,
    async render({ title }: ChartSpec) {
      asked.push(title);
      if (title === 'broken' && asked.length === 1) throw new Error('broken');
      return new Uint8Array(size).fill(title.length);
    },
  };
}

const titled = (title: string): ChartSpec => ({ ...columns, title });

test('two who ask for the same picture at once get one drawing', async () => {
  const renderer = countingRenderer();
  const store = createPictureStore(renderer, { maxBytes: 100_000 });
  const { key } = store.put(pace);
  expect(store.put(structuredClone(pace)).key).toBe(key);
  const [one, other] = await Promise.all([store.get(key), store.get(key)]);
  expect(one).toBe(other);
  expect(await store.get(key)).toBe(one);
  expect(renderer.asked).toHaveLength(1);
});

test('the key follows the content, not the order it was written in', () => {
  const store = createPictureStore(countingRenderer(), { maxBytes: 100_000 });
  const reordered: ChartSpec = { ...Object.fromEntries(Object.entries(columns).reverse()), ...columns };
  expect(Object.keys(reordered)).not.toEqual(Object.keys(columns));
  expect(store.put(reordered).key).toBe(store.put(columns).key);
  expect(store.put({ ...columns, locale: 'ru' }).key).not.toBe(store.put(columns).key);
  expect(store.put(columns).key).toMatch(/^[0-9a-f]{64}$/);
});

test('nothing is drawn before somebody looks', () => {
  const renderer = countingRenderer();
  createPictureStore(renderer, { maxBytes: 100_000 }).put(pace);
  expect(renderer.asked).toEqual([]);
});

test('when room runs out the picture asked for longest ago goes first', async () => {
  const renderer = countingRenderer(10_000);
  const store = createPictureStore(renderer, { maxBytes: 25_000 });
  const first = store.put(titled('first')).key;
  const second = store.put(titled('second')).key;
  await store.get(first);
  await store.get(second);
  await store.get(first);
  const third = store.put(titled('third')).key;
  await store.get(third);
  expect(await store.get(second)).toBeNull();
  expect(await store.get(first)).toHaveLength(10_000);
  expect(await store.get(third)).toHaveLength(10_000);
  expect(renderer.asked).toEqual(['first', 'second', 'third']);
});

test('a key that was never given out has no picture', async () => {
  const store = createPictureStore(countingRenderer(), { maxBytes: 100_000 });
  expect(await store.get('0'.repeat(64))).toBeNull();
});

test('a picture that failed once is tried again', async () => {
  const store = createPictureStore(countingRenderer(), { maxBytes: 100_000 });
  const { key } = store.put(titled('broken'));
  await expect(store.get(key)).rejects.toThrow('broken');
  expect(await store.get(key)).toHaveLength(1_000);
});
