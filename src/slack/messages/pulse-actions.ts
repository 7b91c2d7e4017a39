/** What is done about the results, as these show it. */
import { text } from '../../language/text.ts';
import type { SurveyAction } from '../../surveys/actions.ts';
import type { HelpCount } from '../../surveys/asked-actions.ts';
import { SMALLEST_GROUP } from '../../surveys/groups.ts';
import { escaped, fittingButtons, section } from './mrkdwn.ts';

export const surveyActionButtons = { open: 'pulse_actions' } as const;

/** An action with who has promised it, and to which team (null: to all who were asked), by name. */
export type Promised = SurveyAction & { by: string; team: string | null };

export interface Actions {
  /** What was promised from these results. */
  promised: readonly Promised[];
  /** What was promised before, with what was said of it; null: too few could say. */
  before: readonly { words: string; help: HelpCount | null }[];
  /** How many are open of the survey; null: the reader may not change them. */
  open: number | null;
}

/** What was promised before and whether it helped, what is promised now, and for who may a button to change that. */
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

/** What was promised, by whom, and to which team. */
export const promisedText = ({ words, by, team }: Promised): string =>
  text('pulse.actions.open', { words: escaped(words), by: escaped(by), team: team === null ? 'none' : escaped(team) });
