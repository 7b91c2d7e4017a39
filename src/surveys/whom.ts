/** Whom a survey asks. */
import { randomInt } from 'node:crypto';
import type { Role } from '../people/directory.ts';
import { countByTeam, groupsOf, SMALLEST_GROUP } from './groups.ts';

/** Two halves of everybody, so that nobody is left who could be had by subtracting them: admins count as managers. */
export const askedRoles = ['reps', 'managers'] as const;
export type AskedRole = (typeof askedRoles)[number];

export const isOfRole = (role: Role, asked: AskedRole): boolean => (role === 'rep') === (asked === 'reps');

/** Somebody who could be asked, with the team they belong to. */
export interface Askable {
  memberId: string;
  teamId: string | null;
}

/**
 * Those who are asked, each with the team that they are counted in: none where it is no group of its own. A sample has no teams:
 * those of one draw may be nearly those of another, and the difference would tell of a few.
 */
export function countedIn(invited: readonly Askable[], oneIn: number): Askable[] {
  const teamIds = oneIn > 1 ? [] : groupsOf(countByTeam(invited), SMALLEST_GROUP).teamIds;
  return invited.map(({ memberId, teamId }) => ({
    memberId,
    teamId: teamId !== null && teamIds.includes(teamId) ? teamId : null,
  }));
}

/**
 * Every `oneIn`-th of those who could be asked, at random: nobody twice before all were asked. After that those come together again
 * who did, as far as they are left: another draw that is nearly theirs would tell by the difference what a few have said. Beyond
 * them nobody is drawn who was asked the last time, as far as possible. `from`: those who could have been drawn.
 *
 * @param rounds whom the samples of this size asked that were drawn before, the first first
 */
export function drawnOf(askable: readonly Askable[], rounds: readonly ReadonlySet<string>[], oneIn: number) {
  const turn = rounds.length % oneIn;
  const asked = rounds.slice(rounds.length - turn);
  const left = askable.filter(({ memberId }) => !asked.some((round) => round.has(memberId)));
  // Where too many of them have left us, it begins anew with everybody.
  const goesOn = left.length >= SMALLEST_GROUP * (oneIn - turn);
  const [from, parts] = goesOn ? [left, oneIn - turn] : [askable, oneIn];
  const isIn = (round: ReadonlySet<string> | undefined, { memberId }: Askable) => round?.has(memberId) ?? false;
  // A turn ago; then whoever it is not yet time for, or time again.
  const place = (each: Askable) => (isIn(rounds.at(-oneIn), each) ? 0 : isIn(rounds.at(-1), each) ? 2 : 1);
  const inOrder = [0, 1, 2].flatMap((at) => shuffled(from.filter((each) => place(each) === at)));
  return { from, drawn: inOrder.slice(0, Math.floor(from.length / parts)) };
}

function shuffled<T>(all: readonly T[]): T[] {
  const mixed: T[] = [];
  for (const each of all) mixed.splice(randomInt(mixed.length + 1), 0, each);
  return mixed;
}
