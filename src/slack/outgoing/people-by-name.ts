import type { Claim } from '../../delivery/claim.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { rowsSeenBy } from '../../kpi/may-ask.ts';
import type { Whose } from '../../kpi/question.ts';
import { publicationOf, unrankedMembers } from '../../people/leaderboard.ts';

/**
 * Whose numbers a delivery may show, and whether by name: a channel gets everybody's it is about, a person their own
 * rows. null: the person has left.
 */
export async function rowsFor(
  asking: Asking,
  delivery: Pick<Claim, 'memberId' | 'ownerId'>,
  { whose, byPerson }: { whose: Whose; byPerson: boolean },
): Promise<{ whose: Whose; byPerson: boolean } | null> {
  if (!delivery.memberId) return { whose, byPerson: byPerson && (await mayNamePeople(asking, delivery)) };
  const reader = asking.directory.members.find(({ id }) => id === delivery.memberId);
  return reader ? rowsSeenBy(reader, whose, byPerson, asking.directory) : null;
}

/**
 * Whether a channel may show people by name: its leaderboard is published or an admin owns the schedule, and nobody
 * hides from the leaderboard, as theirs could be worked out from the other numbers.
 */
export async function mayNamePeople(
  { db, workspace, directory }: Asking,
  delivery: Pick<Claim, 'ownerId'>,
): Promise<boolean> {
  const owner = directory.members.find(({ id }) => id === delivery.ownerId);
  if (publicationOf(workspace) !== 'public' && owner?.role !== 'admin') return false;
  const { byWish } = await unrankedMembers(db, workspace.id);
  return byWish.size === 0;
}
