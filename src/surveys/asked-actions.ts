/** Actions promised after one round, as the next one asks about them: did it help? */
import { z } from 'zod';
import { SMALLEST_GROUP } from './groups.ts';

/** An action as a round asks about it: of all it asks, or of one team. */
export const askedActionSchema = z.object({
  id: z.guid(),
  words: z.string(),
  teamId: z.guid().nullable().default(null),
});
export type AskedAction = z.infer<typeof askedActionSchema>;

/** A round as it asks a person counted in this team: actions promised to other teams are left out. */
export const askedIn = <Asking extends { actions: AskedAction[] }>(round: Asking, own: string | null): Asking => ({
  ...round,
  actions: round.actions.filter(({ teamId }) => teamId === null || teamId === own),
});

/** How much it helped, as stored among an answer's scores. */
export const helps = { yes: 3, little: 2, no: 1, unsure: 0 } as const;
export type Help = keyof typeof helps;

const PREFIX = 'action.';

/** The score key for whether an action helped. */
export const helpKey = ({ id }: Pick<AskedAction, 'id'>): string => `${PREFIX}${id}`;

export const isHelpKey = (key: string): boolean => key.startsWith(PREFIX);

/** How many gave each answer, without those who could not say. */
export interface HelpCount {
  actionId: string;
  yes: number;
  little: number;
  no: number;
}

/**
 * For each action that enough people judged, and not all alike, as that would tell what each of them said. Always of
 * all who were asked about it, never of a part of them.
 */
export function helpOf(
  actions: readonly AskedAction[],
  answers: readonly { teamId: string | null; scores: Readonly<Record<string, number>> }[],
): HelpCount[] {
  return actions.flatMap((action) => {
    const own = answers.filter(({ teamId }) => action.teamId === null || teamId === action.teamId);
    const given = own.map(({ scores }) => scores[helpKey(action)]);
    const count = (help: Help) => given.filter((score) => score === helps[help]).length;
    const found = { actionId: action.id, yes: count('yes'), little: count('little'), no: count('no') };
    const judged = [found.yes, found.little, found.no];
    const isMixed = judged.filter((said) => said > 0).length > 1;
    return isMixed && judged.reduce((sum, said) => sum + said, 0) >= SMALLEST_GROUP ? [found] : [];
  });
}
