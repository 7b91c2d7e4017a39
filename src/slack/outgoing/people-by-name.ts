import type { Claim } from '../../delivery/claim.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { rowsSeenBy } from '../../kpi/may-ask.ts';
import type { Whose } from '../../kpi/question.ts';
import { publicationOf, unrankedMembers } from '../../people/leaderboard.ts';

/**
 * Of whom a delivery tells, and whether by name: a channel of all it is about, a person of their own rows. null: whom it was for
 * is not there any more.
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
 * Whether people may stand side by side, by name, in what goes to a channel. That is the workspace's to choose: where its
 * leaderboard is published, or an admin stands behind the schedule; and not while somebody wants to be on no leaderboard, whose
 * numbers the others' would tell.
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
