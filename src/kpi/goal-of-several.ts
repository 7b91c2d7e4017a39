export interface Goal {
  value: number;
  /** If it is the sum of people's own goals: how many of them have one. */
  of?: { withTarget: number; members: number };
  /** If some have none: whose goals it is the sum of. Only what these people did is compared with it. */
  whom?: readonly Those[];
}

/** Some people of a team or of everyone; null: the whole team, which has a goal of its own. */
export interface Those {
  teamId: string | null;
  memberIds: readonly string[] | null;
}

/** A goal to be added to others. */
export interface GoalPart {
  value: number;
  teamId: string | null;
  /** Whose goals it is the sum of; null: it is one goal of all of these people. */
  having: readonly string[] | null;
  /** Everybody who could have a part in it. */
  wanting: readonly string[];
}

/** Of floats 0.1 and 0.2 are a little more than 0.3: nothing is missing to a goal for that. Digits are counted from the first one, as a day's share may be small. */
const settled = (value: number) => Number(value.toPrecision(13));

/** The goal of several teams, if each of them has one: a sum of some would look like the goal of all. */
export function together(parts: readonly (GoalPart | null)[]): Goal | null {
  const goals = parts.filter((part) => part !== null);
  if (goals.length === 0 || goals.length < parts.length) return null;
  const value = settled(goals.reduce((sum, goal) => sum + goal.value, 0));
  if (goals.every(({ having }) => !having)) return { value };
  // Where a team has a goal of its own, all of its people have a part in it.
  const withTarget = new Set(goals.flatMap(({ having, wanting }) => having ?? wanting)).size;
  const members = new Set(goals.flatMap(({ wanting }) => wanting)).size;
  const of = { withTarget, members };
  if (withTarget === members) return { value, of };
  return { value, of, whom: goals.map(({ teamId, having }) => ({ teamId, memberIds: having })) };
}
