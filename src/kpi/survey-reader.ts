/** Who reads what surveys of employees have published: the one rule of `/pulse`, `/kpi`, files and pictures. */
import { Prisma } from '../db/generated/client.ts';
import type { Directory, Role } from '../people/directory.ts';
import { managedTeamIds } from '../people/manages.ts';

const { sql } = Prisma;

export interface SurveyReader {
  memberId: string;
  /** The teams they lead; an admin reads all. */
  leads: readonly string[] | 'all';
}

export const surveyReader = (
  member: { id: string; role: Role },
  directory: Pick<Directory, 'teams'>,
): SurveyReader => ({
  memberId: member.id,
  leads: member.role === 'admin' ? 'all' : managedTeamIds(member, directory),
});

/** Nobody in particular, at the command line: what was published, and no more. */
export const everyReader: SurveyReader = { memberId: '', leads: 'all' };

/**
 * Whether somebody reads what a round `r` has published of a group: of a team who leads it, of everybody whom that very round has
 * asked. Where it asked one team, that team is everybody.
 *
 * @param reader null: nobody
 * @param teamId the group; SQL's NULL: everybody
 */
export function readsGroup(reader: SurveyReader | null, teamId: Prisma.Sql): Prisma.Sql {
  if (!reader) return sql`false`;
  const { memberId, leads } = reader;
  if (leads === 'all') return sql`true`;
  return sql`coalesce(coalesce(${teamId}, r.team_id) = ANY(${leads}::uuid[]) OR coalesce(${teamId} = r.team_id, ${teamId} IS NULL)
    AND EXISTS (SELECT FROM pulse_invitations asked WHERE asked.workspace_id = r.workspace_id AND asked.round_id = r.id
      AND asked.member_id = ${memberId}::uuid), false)`;
}
