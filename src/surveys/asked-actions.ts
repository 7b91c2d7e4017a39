/** What was promised after a round, as the next one asks about it: did it help? */
import { z } from 'zod';
import { SMALLEST_GROUP } from './groups.ts';

/** An action as a round asks about it: of all it asks, or of one team. */
export const askedActionSchema = z.object({
  id: z.guid(),
  words: z.string(),
  teamId: z.guid().nullable().default(null),
});
export type AskedAction = z.infer<typeof askedActionSchema>;

/** A round as it asks who is counted in a team: what was promised to other teams is not theirs to judge. */
export const askedIn = <Asking extends { actions: AskedAction[] }>(round: Asking, own: string | null): Asking => ({
  ...round,
  actions: round.actions.filter(({ teamId }) => teamId === null || teamId === own),
});

/** How much it helped, as it is kept among an answer's scores. */
export const helps = { yes: 3, little: 2, no: 1, unsure: 0 } as const;
export type Help = keyof typeof helps;

const PREFIX = 'action.';

/** Under what it is kept whether an action helped, beside the scores of questions. */
export const helpKey = ({ id }: Pick<AskedAction, 'id'>): string => `${PREFIX}${id}`;

export const isHelpKey = (key: string): boolean => key.startsWith(PREFIX);

/** How many said what. Who could not say is not counted. */
export interface HelpCount {
  actionId: string;
  yes: number;
  little: number;
  no: number;
}

/**
 * Of each action that enough people have judged, and not all alike: that would tell each one's word. Of all who were asked about it,
 * and of no part of them.
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
