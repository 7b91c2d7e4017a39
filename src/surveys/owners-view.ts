/** Whose answers the owner of a confidential survey reads, so that those of people they lead cannot be worked out from the results. */

/** Who has answered. */
export interface Answered {
  memberId: string;
  /** In which published numbers their answers are counted: each number is of the smallest part that can be had by subtracting. */
  countedIn: readonly string[];
}

/** In which published numbers an answer is counted: of each question those of its team, or of all whose team has none. */
export function countedIn(
  { teamId, scores }: { teamId: string | null; scores: Readonly<Record<string, number>> },
  results: readonly { question: string | null; teamId: string | null }[],
): string[] {
  const questions = new Set(results.flatMap(({ question }) => question ?? []));
  const isTold = (id: string) => results.some((result) => result.question === id && result.teamId === teamId);
  return [...questions].flatMap((id) => {
    if (scores[id] === undefined) return [];
    return [`${id} ${teamId !== null && isTold(id) ? teamId : 'rest'}`];
  });
}

/**
 * Those who are not shown: the people the owner leads, and everybody whom a published number counts together with
 * somebody not shown. So the owner sees all answers behind a number or none but their own, and subtracting yields only
 * what is published anyway: never a few answers, nor a group that all said the same. What people said plays no part in
 * it, so who is left out tells nothing either.
 */
export function hiddenFromOwner(
  all: readonly Answered[],
  led: ReadonlySet<string>,
  ownerId: string,
): ReadonlySet<string> {
  const hidden = new Set(all.flatMap(({ memberId }) => (led.has(memberId) ? [memberId] : [])));
  for (;;) {
    const parts = new Set(all.flatMap(({ memberId, countedIn }) => (hidden.has(memberId) ? countedIn : [])));
    const isCountedWith = ({ countedIn }: Answered) => countedIn.some((part) => parts.has(part));
    const more = all.filter((each) => each.memberId !== ownerId && !hidden.has(each.memberId) && isCountedWith(each));
    if (more.length === 0) return hidden;
    for (const { memberId } of more) hidden.add(memberId);
  }
}
