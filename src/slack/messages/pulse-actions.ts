/** Promised actions, as shown under survey results. */
import { text } from '../../language/text.ts';
import type { SurveyAction } from '../../surveys/actions.ts';
import type { HelpCount } from '../../surveys/asked-actions.ts';
import { SMALLEST_GROUP } from '../../surveys/groups.ts';
import { escaped, fittingButtons, section } from './mrkdwn.ts';

export const surveyActionButtons = { open: 'pulse_actions' } as const;

/** An action with the names of who promised it and of the team it is for (null: all who were asked). */
export type Promised = SurveyAction & { by: string; team: string | null };

export interface Actions {
  /** Promised after these results. */
  promised: readonly Promised[];
  /** Promised earlier, with what people said about it; null: too few answered to tell. */
  before: readonly { words: string; help: HelpCount | null }[];
  /** Actions of this survey that are still open; null: the reader may not change them. */
  open: number | null;
}

/** Shows earlier promises and whether they helped, the current ones, and a button for those who may change them. */
export function actionBlocks(roundId: string, { promised, before, open }: Actions) {
  const told = before.map(({ words, help }) =>
    help
      ? text('pulse.actions.helped', { ...help, words: escaped(words) })
      : text('pulse.actions.too_few', { words: escaped(words), least: SMALLEST_GROUP }),
  );
  const lines = promised.map((action) =>
    text('pulse.actions.line', { action: promisedText(action), isOpen: action.isOpen }),
  );
  return [
    ...(told.length > 0 ? [section([text('pulse.actions.before'), ...told].join('\n'))] : []),
    ...(lines.length > 0 ? [section([text('pulse.actions.head'), ...lines].join('\n'))] : []),
    ...(open === null
      ? []
      : fittingButtons(`pulse.actions ${roundId}`, [
          { actionId: surveyActionButtons.open, label: text('pulse.actions.add', { open }), value: roundId },
        ])),
  ];
}

/** A promise with who made it and for which team. */
export const promisedText = ({ words, by, team }: Promised): string =>
  text('pulse.actions.open', { words: escaped(words), by: escaped(by), team: team === null ? 'none' : escaped(team) });
