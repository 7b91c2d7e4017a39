/** Who reads what is written in words in a round, without its author's name: the one rule of results, of replies, and of what is promised. */
import type { Directory, Role } from '../people/directory.ts';
import { managedTeamIds } from '../people/manages.ts';
import type { Round } from './rounds.ts';

/** All of it admins and who leads the team that was asked; of a round of several teams others what was written in those they lead. */
export function readsWords(
  { teamId }: Pick<Round, 'teamId'>,
  reader: { id: string; role: Role },
  directory: Pick<Directory, 'teams'>,
): 'all' | readonly string[] {
  const led = managedTeamIds(reader, directory);
  return reader.role === 'admin' || (teamId !== null && led.includes(teamId)) ? 'all' : led;
}

/** Beside admins: who leads the team that was asked (`team`), or the writer's among others (`part`), by the team's name; or nobody. */
export type ReadersOfWords = { of: 'team' | 'part' | 'nobody'; team: string };

/** … as it is for one who writes. `countedIn`: the team as one of which their answer is kept; null: none. */
export function readersOfWords(
  { teamId }: Pick<Round, 'teamId'>,
  countedIn: string | null,
  { teams }: Pick<Directory, 'teams'>,
): ReadersOfWords {
  const team = teams.find(({ id, managerId }) => id === (teamId ?? countedIn) && managerId !== null);
  return team ? { of: teamId === null ? 'part' : 'team', team: team.name } : { of: 'nobody', team: '' };
}
