import { Problem } from '../errors.ts';
import type { Directory, Role } from '../people/directory.ts';
import { managedMemberIds, managedTeamIds, ownTeamIds } from '../people/manages.ts';
import { findKpi } from './catalogue/index.ts';
import { isOfEveryone } from './definition.ts';
import type { Question, Whose } from './question.ts';
import type { Visible } from './record-statement.ts';
import { subjectName } from './subject.ts';

export interface Asker {
  id: string;
  role: Role;
}

/**
 * Who may see what: a rep their own numbers and their team's totals, a manager their people as well, and of everyone what
 * is nobody's in particular, such as what was spent; an admin everything.
 * Throws a Problem that says why not, and what to ask instead.
 *
 * @param today ISO: who belongs to whom is a matter of the day one asks on
 */
export function mayAsk(question: Question, asker: Asker, directory: Directory, today: string): void {
  if (asker.role === 'admin') return;
  const teams = [...managedTeamIds(asker, directory), ...ownTeamIds(asker, directory, today)];
  // Filtered by person, a team's numbers are that person's.
  const named = question.where?.flatMap(({ by, keys }) => (by === 'rep' ? keys : [])) ?? [];
  // Some people, one by one, are no more than themselves, in whichever team they sold.
  const isOfPeople = question.whose.scope === 'workspace' && named.length > 0;
  const people = named.map((memberId): Whose => ({ scope: 'member', memberId }));
  const all = isOfPeople ? people : [...oneByOne(question.whose), ...people];
  if (named.length === 0 && asker.role === 'manager' && isNobodys(question)) return;
  const refused = all.find((whose) => !mayAskAbout(whose, asker, teams, directory, today));
  if (refused) {
    const subject = subjectName(refused, directory);
    throw new Problem(asker.role === 'manager' ? 'refusal.manager' : 'refusal.person', { subject });
  }
  if (question.by.includes('rep') && !isOfPeople && !maySeePeople(question, asker, directory))
    throw new Problem('refusal.by_person');
}

/** Whether all of it is of everyone, and has no numbers of single people in it. */
function isNobodys({ kpis, whose }: Question): boolean {
  const kpisOfEveryone = kpis.map(findKpi).filter((kpi) => kpi !== undefined && isOfEveryone(kpi));
  return whose.scope === 'workspace' && kpis.length > 0 && kpisOfEveryone.length === kpis.length;
}

/**
 * Whose records may be named in an answer that one may see: of a team's totals only one's own and those of one's people,
 * unless all of it is theirs.
 *
 * @param today ISO, as for `mayAsk`
 */
export function ownersSeen(question: Question, asker: Asker, directory: Directory, today: string): Visible {
  if (maySeePeople(question, asker, directory)) return 'all';
  return [asker.id, ...managedMemberIds(asker, directory, today)];
}

/** Whoever may see each of the people may see them side by side; one person's own numbers are no breakdown. */
export function maySeePeople({ whose }: Pick<Question, 'whose'>, asker: Asker, directory: Directory): boolean {
  if (asker.role === 'admin') return true;
  const managed = managedTeamIds(asker, directory);
  return whose.scope === 'member' || (whose.scope === 'team' && whose.teamIds.every((id) => managed.includes(id)));
}

/**
 * What of a digest, a report or a review that goes to many a person gets: an admin all of it, a manager their people's part, others themselves
 * alone. Only who may see people sees them one by one.
 */
export function rowsSeenBy(
  reader: Asker,
  whose: Whose,
  byPerson: boolean,
  directory: Directory,
): { whose: Whose; byPerson: boolean } {
  if (whose.scope !== 'member' && maySeePeople({ whose }, reader, directory)) return { whose, byPerson };
  const managed = managedTeamIds(reader, directory);
  const teamIds = whose.scope === 'team' ? whose.teamIds.filter((id) => managed.includes(id)) : managed;
  return teamIds.length > 0
    ? { whose: { scope: 'team', teamIds }, byPerson }
    : { whose: { scope: 'member', memberId: reader.id }, byPerson: false };
}

/**
 * Whether somebody may read the sheet of a person, which is for who manages them and for admins; and the teams whose people
 * they may see beside that person, null for all. Null: they may not.
 */
export function sheetReader(
  reader: Asker,
  memberId: string,
  directory: Directory,
  today: string,
): { teamIds: readonly string[] | null } | null {
  if (reader.role === 'admin') return { teamIds: null };
  const manages = reader.id !== memberId && managedMemberIds(reader, directory, today).includes(memberId);
  return manages ? { teamIds: managedTeamIds(reader, directory) } : null;
}

/** Each of several teams by itself, so that a refusal can name the one it is about. */
const oneByOne = (whose: Whose): Whose[] =>
  whose.scope === 'team' ? whose.teamIds.map((id) => ({ scope: 'team', teamIds: [id] })) : [whose];

function mayAskAbout(
  whose: Whose,
  asker: Asker,
  teams: readonly string[],
  directory: Directory,
  today: string,
): boolean {
  switch (whose.scope) {
    case 'member':
      return whose.memberId === asker.id || managedMemberIds(asker, directory, today).includes(whose.memberId);
    case 'team':
      return whose.teamIds.every((id) => teams.includes(id));
    case 'workspace':
      // Where nobody is in a team, everyone is the team.
      return teams.length === 0 && directory.teams.length === 0;
  }
}
