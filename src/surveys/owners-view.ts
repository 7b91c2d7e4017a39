/** Whose answers the owner of a confidential survey reads, so that those of people they lead cannot be worked out from the results. */
import { SMALLEST_GROUP } from './groups.ts';

/** Who has answered. */
export interface Answered {
  memberId: string;
  /** In which published numbers their answers are counted: each number is of the smallest part that can be had by subtracting. */
  countedIn: readonly string[];
}

/**
 * Those who are not shown: who is led, and everybody with whom they are counted where fewer than five of a number would be hidden.
 * Else taking what is shown from what is published would leave what these few have said. The owner knows their own anyway.
 */
export function hiddenFromOwner(
  all: readonly Answered[],
  led: ReadonlySet<string>,
  ownerId: string,
): ReadonlySet<string> {
  const hidden = new Set(all.flatMap(({ memberId }) => (led.has(memberId) ? [memberId] : [])));
  for (;;) {
    const counts = new Map<string, number>();
    for (const { memberId, countedIn } of all)
      if (hidden.has(memberId)) for (const part of countedIn) counts.set(part, (counts.get(part) ?? 0) + 1);
    const isExposing = ({ countedIn }: Answered) => countedIn.some((part) => isFew(counts.get(part) ?? 0));
    const more = all.filter((each) => each.memberId !== ownerId && !hidden.has(each.memberId) && isExposing(each));
    if (more.length === 0) return hidden;
    for (const { memberId } of more) hidden.add(memberId);
  }
}

const isFew = (count: number): boolean => count > 0 && count < SMALLEST_GROUP;
