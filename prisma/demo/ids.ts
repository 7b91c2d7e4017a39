import { v5 } from 'uuid';

const DEMO = '5a1e59f1-5e00-4de0-8000-000000000000';

// Most rows point to the same few others, and a hash costs more than a look.
const known = new Map<string, string>();

/** The id of something of the demo: the same name is the same id, every time. */
export function idOf(kind: string, name: string): string {
  const key = `${kind} ${name}`;
  const id = known.get(key) ?? v5(key, DEMO);
  known.set(key, id);
  return id;
}
