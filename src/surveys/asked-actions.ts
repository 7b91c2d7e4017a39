/** What was promised after a round, as the next one asks about it: did it help? */
import { z } from 'zod';
import { SMALLEST_GROUP } from './groups.ts';

/** An action as a round asks about it. */
export const askedActionSchema = z.object({ id: z.guid(), words: z.string() });
export type AskedAction = z.infer<typeof askedActionSchema>;

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
 * Of each action that enough people have judged, and not all alike: that would tell each one's word. Of everybody who was asked, and
 * of no part of them.
 */
export function helpOf(
  actions: readonly AskedAction[],
  answers: readonly { scores: Readonly<Record<string, number>> }[],
): HelpCount[] {
  return actions.flatMap((action) => {
    const given = answers.map(({ scores }) => scores[helpKey(action)]);
    const count = (help: Help) => given.filter((score) => score === helps[help]).length;
    const found = { actionId: action.id, yes: count('yes'), little: count('little'), no: count('no') };
    const judged = [found.yes, found.little, found.no];
    const isMixed = judged.filter((said) => said > 0).length > 1;
    return isMixed && judged.reduce((sum, said) => sum + said, 0) >= SMALLEST_GROUP ? [found] : [];
  });
}
