/** Of which groups something may be told, so that nobody is left alone: neither in a group nor in what remains of it. */

/** Fewer answers than that are told of nobody. */
export const SMALLEST_GROUP = 5;
/** Words give away more than numbers. */
export const SMALLEST_FOR_COMMENTS = 8;

export interface Groups {
  /** Whether everybody together may be told of. */
  everybody: boolean;
  /** The teams that may be told of beside that, in no particular order. */
  teamIds: string[];
}

/**
 * The groups with at least `smallest` answers whose complement has as many, or none: else it could be had by subtracting. Where
 * it has fewer, the smallest teams are counted with it until it has enough. Groups are parts: each answer is in one team at most.
 *
 * @param counts how many answers each team has; those of no team under null
 */
export function groupsOf(counts: ReadonlyMap<string | null, number>, smallest: number): Groups {
  const total = [...counts.values()].reduce((sum, each) => sum + each, 0);
  if (total < smallest) return { everybody: false, teamIds: [] };
  const teams = [...counts]
    .flatMap(([teamId, count]) => (teamId !== null && count >= smallest ? [{ teamId, count }] : []))
    .sort((one, other) => other.count - one.count || (one.teamId < other.teamId ? -1 : 1));
  let rest = teams.reduce((left, { count }) => left - count, total);
  while (rest > 0 && rest < smallest) rest += teams.pop()?.count ?? 0;
  return { everybody: true, teamIds: teams.map(({ teamId }) => teamId) };
}
