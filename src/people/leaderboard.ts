import type { Database } from '../db/client.ts';
import type { Workspace } from './workspace.ts';

/** Who sees people side by side: only managers; everyone, but without amounts; everyone. */
export type Publication = 'private' | 'ranks' | 'public';

/** The database's own check holds the column to these values. */
export const publicationOf = ({ leaderboard }: Pick<Workspace, 'leaderboard'>): Publication =>
  leaderboard as Publication;

export async function publishLeaderboard(db: Database, workspaceId: string, leaderboard: Publication): Promise<void> {
  await db.workspace.update({ where: { id: workspaceId }, data: { leaderboard } });
}

/** Takes a person off every leaderboard, or brings them back. */
export async function setUnranked(db: Database, workspaceId: string, id: string, isUnranked: boolean): Promise<void> {
  await db.member.update({ where: { workspaceId_id: { workspaceId, id } }, data: { isUnranked } });
}

/** People on no leaderboard: by their own wish, or because they have left. */
export async function unrankedMembers(
  db: Database,
  workspaceId: string,
): Promise<{ byWish: ReadonlySet<string>; gone: ReadonlySet<string> }> {
  const found = await db.member.findMany({
    where: { workspaceId, OR: [{ isUnranked: true }, { deactivatedAt: { not: null } }] },
    select: { id: true, isUnranked: true },
  });
  const ids = (isUnranked: boolean) =>
    new Set(found.filter((each) => each.isUnranked === isUnranked).map(({ id }) => id));
  return { byWish: ids(true), gone: ids(false) };
}
