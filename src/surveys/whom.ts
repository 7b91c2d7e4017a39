/** Whom a survey asks. */
import { randomInt } from 'node:crypto';
import type { Role } from '../people/directory.ts';
import { SMALLEST_GROUP } from './groups.ts';

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
 * Every `oneIn`-th of those who could be asked, at random: nobody twice before all were asked, and after that nobody who was asked
 * the last time, as far as possible. `from`: those who could have been drawn.
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
  const wasLast = ({ memberId }: Askable) => rounds.at(-1)?.has(memberId) ?? false;
  const inOrder = [...shuffled(from.filter((each) => !wasLast(each))), ...shuffled(from.filter(wasLast))];
  return { from, drawn: inOrder.slice(0, Math.floor(from.length / parts)) };
}

function shuffled<T>(all: readonly T[]): T[] {
  const mixed: T[] = [];
  for (const each of all) mixed.splice(randomInt(mixed.length + 1), 0, each);
  return mixed;
}
