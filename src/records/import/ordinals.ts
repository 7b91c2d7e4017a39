import type { Transaction } from '../../db/client.ts';

/**
 * Counts how often a file has told the same key, in a table of this transaction: 0 for the first time. The keys of a
 * large file stay out of our memory.
 */
export async function openOrdinals(tx: Transaction): Promise<(keys: readonly string[]) => Promise<number[]>> {
  await tx.$executeRaw`CREATE TEMPORARY TABLE IF NOT EXISTS import_keys (key text PRIMARY KEY, times int NOT NULL) ON COMMIT DROP`;
  await tx.$executeRaw`TRUNCATE import_keys`;
  return async (keys) => {
    const times = new Map<string, number>();
    for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
    const counted = await tx.$queryRaw<{ key: string; times: number }[]>`
      INSERT INTO import_keys AS seen (key, times)
      SELECT * FROM unnest(${[...times.keys()]}::text[], ${[...times.values()]}::int[])
      ON CONFLICT (key) DO UPDATE SET times = seen.times + excluded.times
      RETURNING key, times`;
    const next = new Map(counted.map(({ key, times: total }) => [key, total - (times.get(key) ?? 0)]));
    return keys.map((key) => {
      const ordinal = next.get(key) ?? 0;
      next.set(key, ordinal + 1);
      return ordinal;
    });
  };
}
