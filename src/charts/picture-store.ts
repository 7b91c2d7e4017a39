import { createHash } from 'node:crypto';
import type { Renderer } from './render.ts';
import type { ChartSpec } from './spec.ts';

/** Pictures by the content they show: the same spec has the same key and is drawn once, also when asked twice at once. */
export type PictureStore = {
  /** Remembers what to draw and tells its key, 64 hexadecimal digits. Draws nothing yet. */
  put(spec: ChartSpec): { key: string };
  /** The PNG; null for a key that was never put or has since made room for others. Rejects with ChartFailed. */
  get(key: string): Promise<Uint8Array | null>;
};

type Entry = { spec: ChartSpec; bytes: number; picture?: Promise<Uint8Array> };

/** Keeps specs and pictures of together at most `maxBytes`, those asked for last. */
export function createPictureStore(
  renderer: Pick<Renderer, 'render'>,
  { maxBytes }: { maxBytes: number },
): PictureStore {
  /** Least recently used first: a Map keeps the order of insertion. */
  const entries = new Map<string, Entry>();
  let bytes = 0;

  function use(key: string, entry: Entry): void {
    entries.delete(key);
    entries.set(key, entry);
  }

  function grow(entry: Entry, by: number): void {
    entry.bytes += by;
    bytes += by;
    for (const [key, oldest] of entries) {
      if (bytes <= maxBytes || entries.size === 1) return;
      entries.delete(key);
      bytes -= oldest.bytes;
    }
  }

  async function draw(key: string, entry: Entry): Promise<Uint8Array> {
    try {
      const picture = await renderer.render(entry.spec);
      if (entries.get(key) === entry) grow(entry, picture.byteLength);
      return picture;
    } catch (error) {
      delete entry.picture;
      throw error;
    }
  }

  return {
    put(spec) {
      const json = canonicalJson(spec);
      const key = createHash('sha256').update(json).digest('hex');
      const known = entries.get(key);
      const entry = known ?? { spec, bytes: 0 };
      use(key, entry);
      if (!known) grow(entry, json.length);
      return { key };
    },
    async get(key) {
      const entry = entries.get(key);
      if (!entry) return null;
      use(key, entry);
      entry.picture ??= draw(key, entry);
      return entry.picture;
    },
  };
}

/** JSON with every object's keys in order, so that equal content is equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
