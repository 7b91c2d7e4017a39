import type { Claim } from '../../delivery/claim.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { publicationOf, unrankedMembers } from '../../people/leaderboard.ts';

/**
 * Whether people may stand side by side, by name, in what goes to a channel, or to each of many in person. That is the
 * workspace's to choose: where its leaderboard is published, or an admin stands behind the schedule; and not while somebody
 * wants to be on no leaderboard, whose numbers the others' would tell. A test goes to who may see them anyway.
 */
export async function mayNamePeople(
  { db, workspace, directory }: Asking,
  delivery: Pick<Claim, 'memberId' | 'ownerId' | 'scheduleId'>,
): Promise<boolean> {
  if (delivery.memberId && !delivery.scheduleId) return true;
  const owner = directory.members.find(({ id }) => id === delivery.ownerId);
  if (publicationOf(workspace) !== 'public' && owner?.role !== 'admin') return false;
  const { byWish } = await unrankedMembers(db, workspace.id);
  return byWish.size === 0;
}
