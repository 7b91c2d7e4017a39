/**
 * Who reads what people write in a round, without its author's name: one rule for results, replies and promised
 * actions.
 */
import type { Directory, Role } from '../people/directory.ts';
import { managedTeamIds } from '../people/manages.ts';
import type { Round } from './rounds.ts';

/**
 * Admins, and whoever leads the team that was asked, read everything; others read what was written in the teams they
 * lead.
 */
export function readsWords(
  { teamId }: Pick<Round, 'teamId'>,
  reader: { id: string; role: Role },
  directory: Pick<Directory, 'teams'>,
): 'all' | readonly string[] {
  const led = managedTeamIds(reader, directory);
  return reader.role === 'admin' || (teamId !== null && led.includes(teamId)) ? 'all' : led;
}

/**
 * Who reads it besides admins: whoever leads the team asked (`team`), whoever leads the writer's team (`part`), or
 * nobody.
 */
export type ReadersOfWords = { of: 'team' | 'part' | 'nobody'; team: string };

/** The readers for one person who writes. `countedIn`: the team that their answer is counted in; null: none. */
export function readersOfWords(
  { teamId }: Pick<Round, 'teamId'>,
  countedIn: string | null,
  { teams }: Pick<Directory, 'teams'>,
): ReadersOfWords {
  const team = teams.find(({ id, managerId }) => id === (teamId ?? countedIn) && managerId !== null);
  return team ? { of: teamId === null ? 'part' : 'team', team: team.name } : { of: 'nobody', team: '' };
}
