export interface Goal {
  value: number;
  /** Where it is the sum of people's own goals: how many of them have one. */
  of?: { withTarget: number; members: number };
  /** Where some have none: whose goals it is the sum of. What the others did is not held against it. */
  whom?: readonly Those[];
}

/** Some people of a team or of everyone; null: all of that team, which has a goal itself. */
export interface Those {
  teamId: string | null;
  memberIds: readonly string[] | null;
}

/** A goal before it is added to others: who of the people that could have one has a part in it, where people have. */
export interface GoalPart {
  value: number;
  teamId: string | null;
  people: { having: readonly string[]; wanting: readonly string[] } | null;
}

/** Of floats 0.1 and 0.2 are a little more than 0.3: nothing is missing to a goal for that. Digits are counted from the first one, as a day's share may be small. */
const settled = (value: number) => Number(value.toPrecision(13));

/** The goal of several teams is known when each of them has one: those of some would look like the goal of all. */
export function together(parts: readonly (GoalPart | null)[]): Goal | null {
  const goals = parts.filter((part) => part !== null);
  if (goals.length === 0 || goals.length < parts.length) return null;
  const value = settled(goals.reduce((sum, goal) => sum + goal.value, 0));
  if (goals.every(({ people }) => !people)) return { value };
  const [having, wanting] = (['having', 'wanting'] as const).map(
    (which) => new Set(goals.flatMap(({ people }) => people?.[which] ?? [])).size,
  ) as [number, number];
  const of = { withTarget: having, members: wanting };
  if (having === wanting) return { value, of };
  return { value, of, whom: goals.map(({ teamId, people }) => ({ teamId, memberIds: people?.having ?? null })) };
}
