/** Whether what was promised after the last round has helped: asked after the questions of the next. */
import type { KnownBlock } from '@slack/types';
import { text } from '../../language/text.ts';
import type { Scores } from '../../surveys/answers.ts';
import { type AskedAction, type Help, helpKey, helps } from '../../surveys/asked-actions.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, buttons, context, escaped, section } from './mrkdwn.ts';

/** One answer, one action. */
export const helpAction = (help: Help): string => `pulse_help_${help}`;

export const everyHelp = Object.keys(helps) as Help[];

/** The next action to ask about; `again`: the one after the one that was pressed. */
export function nextAction(
  actions: readonly AskedAction[],
  scores: Scores,
  { question, again }: { question?: string; again?: boolean },
): AskedAction | undefined {
  if (again) return actions[actions.findIndex((action) => helpKey(action) === question) + 1];
  return actions.find((action) => scores[helpKey(action)] === undefined);
}

interface HelpAsked {
  /** What was answered so far. */
  scores: Scores;
  /** Back and out of it, for who goes through it once more. */
  ways: readonly KnownBlock[];
  /** What each button carries, for a key. */
  value(key: string): string;
  /** Who reads it. */
  promise: string;
  /** The id of the buttons' block. */
  block: string;
}

export function helpMessage(action: AskedAction, { value, promise, block, scores, ways }: HelpAsked): Message {
  const words = escaped(action.words);
  const chosen = helpIn(action, scores);
  const specs = everyHelp.map((help): ButtonSpec => {
    const label = text(`pulse.help.${help}`);
    return {
      ...{ actionId: helpAction(help), label, value: value(helpKey(action)) },
      ...(help === chosen
        ? { style: 'primary', spoken: text('pulse.chosen', { answer: label }) }
        : { spoken: text('pulse.help.spoken', { help: label, words: action.words }) }),
    };
  });
  return {
    text: text('pulse.help.title', { words: action.words }),
    blocks: [
      section(text('pulse.help.asked', { words })),
      buttons(block, specs),
      ...(chosen ? [context(text('pulse.chosen', { answer: text(`pulse.help.${chosen}`) }))] : []),
      ...ways,
      context(promise),
    ],
  };
}

const helpIn = (action: AskedAction, scores: Scores): Help | undefined =>
  everyHelp.find((each) => helps[each] === scores[helpKey(action)]);

/** What somebody said of it, among their answers. */
export const ownHelpLines = (actions: readonly AskedAction[], scores: Scores): string[] =>
  actions.flatMap((action) => {
    const help = helpIn(action, scores);
    return help
      ? [text('pulse.help.own', { words: escaped(action.words), help: text(`pulse.help.${help}`).toLowerCase() })]
      : [];
  });
