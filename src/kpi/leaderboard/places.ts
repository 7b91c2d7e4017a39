/** Standard competition ranking, the highest score first: who is level shares a place, and the next ones are left out (1, 2, 2, 4). */
export function ranked<Entry extends { score: number; name: string }>(
  entries: readonly Entry[],
): (Entry & { rank: number })[] {
  const sorted = [...entries].sort((a, b) => b.score - a.score || a.name.localeCompare(b.name));
  return sorted.map((entry) => ({ ...entry, rank: sorted.findIndex(({ score }) => score === entry.score) + 1 }));
}

const TOP = 5;
/** Two above one, oneself, and two below. */
const AROUND = 5;

/**
 * The first five and, for somebody who is not among them, the five places around theirs; nearer to an end as many
 * towards the middle. Each part is in order; the second is empty where the first shows all there is to show.
 */
export function aroundMe<Entry>(entries: readonly Entry[], isMe: (entry: Entry) => boolean): [Entry[], Entry[]] {
  const top = entries.slice(0, TOP);
  const mine = entries.findIndex(isMe);
  if (mine < TOP) return [top, []];
  const first = Math.min(mine - Math.floor(AROUND / 2), entries.length - AROUND);
  return [top, entries.slice(Math.max(TOP, first), first + AROUND)];
}
