import type { Directory } from '../people/directory.ts';
import type { Filter } from './question.ts';

/**
 * As which region each one counts in a breakdown, where that is another one: as the outermost it lies in; within regions
 * asked for, as the one directly below them that it lies in.
 */
export function shownRegions(where: readonly Filter[], { regions }: Pick<Directory, 'regions'>): Map<string, string> {
  const parents = new Map(regions.map(({ id, parentId }) => [id, parentId]));
  const asked = where.filter(({ by }) => by === 'region').map(({ keys }) => new Set(keys));
  const shown = regions.map(({ id }): [string, string] => {
    const path = pathTo(id, parents);
    const starts = asked.map((keys) => path.findIndex((each) => keys.has(each)));
    return [id, path[Math.max(-1, ...starts) + 1] ?? id];
  });
  return new Map(shown.filter(([id, as]) => id !== as));
}

/** A region after those it lies in, the outermost first. */
function pathTo(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const path = [id];
  for (let above = parents.get(id); above && !path.includes(above); above = parents.get(above)) path.unshift(above);
  return path;
}
