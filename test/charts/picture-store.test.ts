import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, test } from 'vitest';
import { createPictureStore } from '../../src/charts/picture-store.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { useDatabase } from '../support/database.ts';
import { columns, pace } from './specs.ts';

const db = useDatabase();
let workspaceId: string;
let otherId: string;
beforeAll(async () => {
  ({ id: workspaceId } = await db().workspace.create({ data: { name: 'Acme' } }));
  ({ id: otherId } = await db().workspace.create({ data: { name: 'Bolt' } }));
});

const noon = Temporal.Instant.from('2026-03-18T12:00:00Z');
const nobody = '0'.repeat(64);
const titled = (title: string): ChartSpec => ({ ...columns, title });

/** Stands in for the drawing threads: pictures that say what they show, and a list of what was asked for. */
function countingRenderer() {
  const asked: string[] = [];
  return {
    asked,
    async render({ title }: ChartSpec) {
      asked.push(title);
      if (title === 'broken' && asked.length === 1) throw new Error('broken');
      return new TextEncoder().encode(title);
    },
  };
}
const reading = (picture: Uint8Array | null) => picture && new TextDecoder().decode(picture);

test('who asks for the same picture at once, or again, gets one drawing', async () => {
  const renderer = countingRenderer();
  const store = createPictureStore(db(), renderer);
  const both = [pace, structuredClone(pace)].map((spec) => store.put(workspaceId, spec, noon));
  const [one, other] = await Promise.all(both);
  expect(one!.key).toMatch(/^[0-9a-f]{64}$/);
  expect(other).toEqual(one);
  expect((await store.put(workspaceId, pace, noon)).key).toBe(one!.key);
  expect(renderer.asked).toEqual([pace.title]);
});

test('another process hands out what the first has drawn, without drawing it', async () => {
  const { key } = await createPictureStore(db(), countingRenderer()).put(workspaceId, titled('shared'), noon);
  const renderer = countingRenderer();
  const elsewhere = createPictureStore(db(), renderer);
  expect(reading(await elsewhere.get(workspaceId, key))).toBe('shared');
  expect(reading((await elsewhere.put(workspaceId, titled('shared'), noon)).picture)).toBe('shared');
  expect(renderer.asked).toEqual([]);
});

test('two processes that draw the same at once do not disturb each other', async () => {
  const stores = [1, 2, 3].map(() => createPictureStore(db(), countingRenderer()));
  const drawn = await Promise.all(stores.map((store) => store.put(workspaceId, titled('at once'), noon)));
  expect(new Set(drawn.map(({ key }) => key)).size).toBe(1);
  expect(reading(await stores[0]!.get(workspaceId, drawn[0]!.key))).toBe('at once');
});

test('no workspace sees the picture of another', async () => {
  const store = createPictureStore(db(), countingRenderer());
  const { key } = await store.put(workspaceId, titled('ours'), noon);
  expect(await store.get(otherId, key)).toBeNull();
  expect(await store.get(workspaceId, nobody)).toBeNull();
});

test('the key follows the content, not the order it was written in', async () => {
  const store = createPictureStore(db(), countingRenderer());
  const keyOf = async (spec: ChartSpec) => (await store.put(workspaceId, spec, noon)).key;
  const reordered: ChartSpec = { ...Object.fromEntries(Object.entries(columns).reverse()), ...columns };
  expect(Object.keys(reordered)).not.toEqual(Object.keys(columns));
  expect(await keyOf(reordered)).toBe(await keyOf(columns));
  expect(await keyOf({ ...columns, locale: 'ru' })).not.toBe(await keyOf(columns));
  expect(await keyOf({ ...columns, theme: 'dark' })).not.toBe(await keyOf(columns));
});

test('when room runs out the picture asked for longest ago goes first, in its workspace alone', async () => {
  await db().chartPicture.deleteMany();
  const store = createPictureStore(db(), countingRenderer(), { most: 2 });
  const at = (minutes: number) => noon.add({ minutes });
  const put = async (title: string, minutes: number, id = workspaceId) =>
    (await store.put(id, titled(title), at(minutes))).key;
  const elsewhere = await put('elsewhere', 0, otherId);
  const [first, second] = [await put('first', 1), await put('second', 2)];
  await put('first', 3);
  const third = await put('third', 4);
  expect(await store.get(workspaceId, second)).toBeNull();
  expect(reading(await store.get(workspaceId, first))).toBe('first');
  expect(reading(await store.get(workspaceId, third))).toBe('third');
  expect(reading(await store.get(otherId, elsewhere))).toBe('elsewhere');
});

test('a picture nobody asked for in two days is gone with the next one; one asked for stays', async () => {
  const store = createPictureStore(db(), countingRenderer());
  const put = async (title: string, hours: number) =>
    (await store.put(workspaceId, titled(title), noon.add({ hours }))).key;
  const [forgotten, wanted] = [await put('forgotten', 0), await put('wanted', 0)];
  await put('wanted', 30);
  await put('newest', 49);
  expect(await store.get(workspaceId, forgotten)).toBeNull();
  expect(reading(await store.get(workspaceId, wanted))).toBe('wanted');
});

test('a picture that failed once is tried again', async () => {
  const store = createPictureStore(db(), countingRenderer());
  await expect(store.put(workspaceId, titled('broken'), noon)).rejects.toThrow('broken');
  expect(reading((await store.put(workspaceId, titled('broken'), noon)).picture)).toBe('broken');
});
