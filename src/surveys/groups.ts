/** Which groups may be published so that nobody stands alone, neither in a group nor in what remains beside it. */

/** The fewest answers a published group may have. */
export const SMALLEST_GROUP = 5;
/** More for comments: words give away more than numbers. */
export const SMALLEST_FOR_COMMENTS = 8;

export interface Groups {
  /** Whether anything may be published about everybody together. */
  everybody: boolean;
  /** The teams that may be published as well, largest first. */
  teamIds: string[];
}

/**
 * The groups with at least `smallest` answers whose complement has as many or none: otherwise the complement could be
 * had by subtracting. If it has fewer, the smallest teams join it until it has enough. Each answer is in one team at
 * most.
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

/**
 * The same, without groups whose members, or whose complement, all gave the same answer: a count would tell what each of them said.
 * Such a group is counted with the others.
 *
 * @param said what was answered in each team; in no team under null
 */
export function mixedGroupsOf(said: ReadonlyMap<string | null, readonly number[]>, smallest: number): Groups {
  const counts = new Map([...said].map(([teamId, scores]) => [teamId, scores.length]));
  const { everybody, teamIds } = groupsOf(counts, smallest);
  if (!everybody || !isMixed([...said.values()].flat())) return { everybody: false, teamIds: [] };
  const told = teamIds.filter((teamId) => isMixed(said.get(teamId) ?? []));
  const rest = () => [...said].flatMap(([teamId, scores]) => (teamId !== null && told.includes(teamId) ? [] : scores));
  while (rest().length > 0 && (rest().length < smallest || !isMixed(rest()))) told.pop();
  return { everybody: true, teamIds: told };
}

const isMixed = (scores: readonly number[]): boolean => new Set(scores).size > 1;

/** Counts each team; people in no team under null. */
export function countByTeam(rows: readonly { teamId: string | null }[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { teamId } of rows) counts.set(teamId, (counts.get(teamId) ?? 0) + 1);
  return counts;
}
