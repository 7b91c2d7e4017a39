import type { Directory } from '../people/directory.ts';
import { isTime } from './dimensions.ts';
import type { Filter, Question, Whose } from './question.ts';

/** Filters with what they include: a region counts with the regions below it. */
export function includingParts(where: readonly Filter[], { regions }: Directory): Filter[] {
  return where.map(({ by, keys }) => {
    if (by !== 'region') return { by, keys };
    const included = new Set(keys);
    // A set that grows while it is walked is walked to its end.
    for (const id of included) for (const region of regions) if (region.parentId === id) included.add(region.id);
    return { by, keys: [...included] };
  });
}

/** Whose goals hold for what a question counts: those of whom it is about, unless only a part of theirs is counted. */
export function goalOwnerOf({ whose, where = [] }: Question): Whose | null {
  const [only, ...others] = where;
  if (!only) return whose;
  const [id, ...more] = only.keys;
  if (only.by !== 'rep' || whose.scope !== 'workspace' || !id || others.length > 0 || more.length > 0) return null;
  return { scope: 'member', memberId: id };
}

/**
 * Whose goals hold for a group, by its key in each breakdown (undefined: all of them): a person's or a team's own; of a stretch
 * of time those of whom it is about.
 */
export function goalOwnerOfGroup(question: Question, keys: readonly (string | null | undefined)[]): Whose | null {
  const { by, where = [], whose } = question;
  const [only, ...others] = by.flatMap((each, level) => {
    const key = keys[level];
    return key === undefined || isTime(each) ? [] : [{ by: each, key }];
  });
  if (!only) return goalOwnerOf(question);
  if (only.key === null || others.length > 0 || where.length > 0) return null;
  if (only.by === 'rep') return { scope: 'member', memberId: only.key };
  // What one person did in a team is not held against the goal of all of it.
  return only.by === 'team' && whose.scope !== 'member' ? { scope: 'team', teamIds: [only.key] } : null;
}
