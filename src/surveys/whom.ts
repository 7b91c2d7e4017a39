/** Whom a survey asks. */
import { randomInt } from 'node:crypto';
import type { Role } from '../people/directory.ts';
import { countByTeam, groupsOf, SMALLEST_GROUP } from './groups.ts';

/**
 * Two parts that make up everybody, admins counting as managers: no small remainder can be worked out by subtraction.
 */
export const askedRoles = ['reps', 'managers'] as const;
export type AskedRole = (typeof askedRoles)[number];

export const isOfRole = (role: Role, asked: AskedRole): boolean => (role === 'rep') === (asked === 'reps');

/** Somebody who could be asked, with the team they belong to. */
export interface Askable {
  memberId: string;
  teamId: string | null;
}

/**
 * The people asked, each with the team they are counted in: null if it is no group of its own. A sample has no teams:
 * two draws of a team may be nearly equal, and the difference would reveal what a few said.
 */
export function countedIn(invited: readonly Askable[], oneIn: number): Askable[] {
  const teamIds = oneIn > 1 ? [] : groupsOf(countByTeam(invited), SMALLEST_GROUP).teamIds;
  return invited.map(({ memberId, teamId }) => ({
    memberId,
    teamId: teamId !== null && teamIds.includes(teamId) ? teamId : null,
  }));
}

/**
 * Draws every `oneIn`-th of those who could be asked, at random, and nobody twice before all were asked. After that the
 * same people are drawn together again, as far as they are still there: a nearly equal draw would reveal by the
 * difference what a few said. Other places go, as far as possible, to people who were not asked the last time. `from`:
 * those who could have been drawn.
 *
 * @param rounds the people asked by earlier samples of this size, oldest first
 */
export function drawnOf(askable: readonly Askable[], rounds: readonly ReadonlySet<string>[], oneIn: number) {
  const turn = rounds.length % oneIn;
  const asked = rounds.slice(rounds.length - turn);
  const left = askable.filter(({ memberId }) => !asked.some((round) => round.has(memberId)));
  // If too many of them have left the company, it starts anew with everybody.
  const goesOn = left.length >= SMALLEST_GROUP * (oneIn - turn);
  const [from, parts] = goesOn ? [left, oneIn - turn] : [askable, oneIn];
  const isIn = (round: ReadonlySet<string> | undefined, { memberId }: Askable) => round?.has(memberId) ?? false;
  // First the people of one turn ago; last those asked the last time.
  const place = (each: Askable) => (isIn(rounds.at(-oneIn), each) ? 0 : isIn(rounds.at(-1), each) ? 2 : 1);
  const inOrder = [0, 1, 2].flatMap((at) => shuffled(from.filter((each) => place(each) === at)));
  return { from, drawn: inOrder.slice(0, Math.floor(from.length / parts)) };
}

function shuffled<T>(all: readonly T[]): T[] {
  const mixed: T[] = [];
  for (const each of all) mixed.splice(randomInt(mixed.length + 1), 0, each);
  return mixed;
}
