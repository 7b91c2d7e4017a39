import { numberText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { Instrument } from '../../surveys/questions.ts';
import type { GroupResult } from '../../surveys/results.ts';
import type { Message } from './answer.ts';
import { buttons, clipped, escaped, plainText, section } from './mrkdwn.ts';
import { backButton, pulseResultsActions } from './pulse-results.ts';
import { carried, type Trail } from './pulse-trail.ts';

/** A closed round, for one line of a list. */
export interface ClosedRound {
  roundId: string;
  when: string;
  instrument: Instrument;
  /** The people it asked. */
  whom: string;
  /** The result of all who were asked; null: too few answered. */
  result: GroupResult | null;
}

/** A page of a survey's rounds, whether there are older ones, and where the reader came from. */
interface Page {
  round: string;
  page: number;
  isMore: boolean;
  trail: Trail;
}

/** Closed rounds, each with a button to its results. */
export function earlierMessage(rounds: readonly ClosedRound[], { round: about, page, isMore, trail }: Page): Message {
  const here = [...trail, `earlier ${about} ${page}`];
  const lines = rounds.map(lineOf);
  const more = {
    actionId: pulseResultsActions.earlier,
    label: text('pulse.earlier.older'),
    value: carried({ round: about, page: page + 1, trail: here }),
  };
  const ways = [...(isMore ? [more] : []), ...backButton(trail)];
  return {
    text: [text('pulse.earlier').replaceAll('*', ''), ...lines].join('\n'),
    blocks: [
      section(text('pulse.earlier')),
      ...rounds.map((round, index) => ({ ...section(lines[index] ?? ''), accessory: readButton(round, here) })),
      ...(ways.length > 0 ? [buttons('pulse.older', ways)] : []),
    ],
  };
}

const lineOf = ({ when, instrument, whom, result }: ClosedRound): string =>
  text('pulse.earlier.line', {
    ...{ when, whom: escaped(whom), survey: surveyName(instrument) },
    score: result?.score == null ? 'none' : numberText(Math.round(result.score), 0),
    ...{ answers: result?.answers ?? 0, invited: result?.invited ?? 0 },
  });

export const surveyName = (instrument: Instrument): string => text(`pulse.results.survey.${instrument}`);

const readButton = ({ roundId, when, instrument }: ClosedRound, trail: Trail) => ({
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
  value: carried({ round: roundId, trail }),
});
