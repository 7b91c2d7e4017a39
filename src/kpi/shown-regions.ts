import type { Directory } from '../people/directory.ts';
import type { Filter } from './question.ts';

/**
 * As which region each one counts in a breakdown, where that is another one: as the outermost it lies in; within a region
 * asked for, as the one directly below it that it lies in; of several asked for, as the one of them that it lies in.
 */
export function shownRegions(where: readonly Filter[], { regions }: Pick<Directory, 'regions'>): Map<string, string> {
  const parents = new Map(regions.map(({ id, parentId }) => [id, parentId]));
  const asked = where.filter(({ by }) => by === 'region').map(({ keys }) => new Set(keys));
  const shown = regions.map(({ id }): [string, string] => {
    const path = pathTo(id, parents);
    const starts = asked.map((keys) => path.findIndex((each) => keys.has(each)));
    const below = asked.every((keys) => keys.size === 1) ? 1 : 0;
    return [id, path[Math.max(-below, ...starts) + below] ?? id];
  });
  return new Map(shown.filter(([id, as]) => id !== as));
}

/** The region asked for, where others lie in it: as a group it is what is recorded on no smaller one. */
export function regionItself(where: readonly Filter[], { regions }: Pick<Directory, 'regions'>): string | null {
  const [key, ...others] = where.flatMap(({ by, keys }) => (by === 'region' ? keys : []));
  const hasSmaller = regions.some(({ parentId }) => parentId === key);
  return key !== undefined && others.length === 0 && hasSmaller ? key : null;
}

/** A region after those it lies in, the outermost first. */
function pathTo(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const path = [id];
  for (let above = parents.get(id); above && !path.includes(above); above = parents.get(above)) path.unshift(above);
  return path;
}
