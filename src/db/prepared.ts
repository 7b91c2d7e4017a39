import { createHash } from 'node:crypto';

/** A statement that has come so many times is worth keeping: a question of a kind that people ask again and again. */
const OFTEN = 5;
/** Each connection keeps each of them, so there is an end to it. */
const MOST_PREPARED = 64;
const MOST_COUNTED = 1000;

/**
 * Names for the statements that come often, by which a connection reads and plans them once: of a question with many numbers that
 * is half of the time. An empty name is none: such a statement is read each time.
 */
export function preparedNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  const times = new Map<string, number>();
  return ({ sql }) => {
    const name = names.get(sql);
    if (name !== undefined) return name;
    if (names.size >= MOST_PREPARED) return '';
    const count = (times.get(sql) ?? 0) + 1;
    times.set(sql, count);
    if (count >= OFTEN) {
      times.delete(sql);
      names.set(sql, createHash('sha256').update(sql).digest('base64url').slice(0, 32));
    } else if (times.size > MOST_COUNTED) times.clear();
    return '';
  };
}
