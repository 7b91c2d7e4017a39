import { text } from '../../language/text.ts';
import type { Instrument } from '../../surveys/questions.ts';
import type { GroupResult } from '../../surveys/results.ts';
import type { Message } from './answer.ts';
import { buttons, clipped, escaped, plainText, section } from './mrkdwn.ts';
import { pulseResultsActions } from './pulse-results.ts';

/** A round that has closed, in a line. */
export interface ClosedRound {
  roundId: string;
  when: string;
  instrument: Instrument;
  /** Whom it asked. */
  whom: string;
  /** Of all who were asked; null: too few answered. */
  result: GroupResult | null;
}

/** Rounds that have closed, each with a button that shows what came of it. `older`: the value of a button for more of them. */
export function earlierMessage(rounds: readonly ClosedRound[], older: string | null): Message {
  const lines = rounds.map(lineOf);
  const more = { actionId: pulseResultsActions.earlier, label: text('pulse.earlier.older'), value: older ?? '' };
  return {
    text: [text('pulse.earlier').replaceAll('*', ''), ...lines].join('\n'),
    blocks: [
      section(text('pulse.earlier')),
      ...rounds.map((round, index) => ({ ...section(lines[index] ?? ''), accessory: readButton(round) })),
      ...(older ? [buttons('pulse.older', [more])] : []),
    ],
  };
}

const lineOf = ({ when, instrument, whom, result }: ClosedRound): string =>
  text('pulse.earlier.line', {
    ...{ when, whom: escaped(whom), survey: surveyName(instrument) },
    score: result?.score == null ? 'none' : Math.round(result.score),
    ...{ answers: result?.answers ?? 0, invited: result?.invited ?? 0 },
  });

export const surveyName = (instrument: Instrument): string => text(`pulse.results.survey.${instrument}`);

const readButton = ({ roundId, when, instrument }: ClosedRound) => ({
  type: 'button' as const,
  action_id: pulseResultsActions.read,
  text: plainText(text('pulse.earlier.read')),
  accessibility_label: clipped(
    text('pulse.results.button.spoken', {
      ...{ button: text('pulse.earlier.read'), when },
      survey: surveyName(instrument),
    }),
    75,
  ),
  value: roundId,
});
