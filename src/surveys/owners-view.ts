/** Which answers the owner of a confidential survey reads, so that those of people they lead cannot be worked out. */

/** Somebody who has answered. */
export interface Answered {
  memberId: string;
  /** The published numbers that count their answers, each for the smallest part that subtraction can reveal. */
  countedIn: readonly string[];
}

/**
 * The published numbers that count an answer: for each question its team's, or that of everybody whose team has none.
 */
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
 * The people not shown: those the owner leads, and everybody counted in a published number together with somebody not
 * shown. So behind each number the owner sees either all answers or none but their own, and subtraction yields only
 * what is published anyway: never a few answers, nor a group that all said the same. What people said plays no part, so
 * who is left out reveals nothing either.
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
