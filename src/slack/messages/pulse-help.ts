/** Asks, after a round's questions, whether what was promised after the last round has helped. */
import type { KnownBlock } from '@slack/types';
import { text } from '../../language/text.ts';
import type { Scores } from '../../surveys/answers.ts';
import { type AskedAction, type Help, helpKey, helps } from '../../surveys/asked-actions.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, buttons, context, escaped, section } from './mrkdwn.ts';

/** Each answer has its own action id, as Slack wants them to differ within a message. */
export const helpAction = (help: Help): string => `pulse_help_${help}`;

export const everyHelp = Object.keys(helps) as Help[];

/** The next promised action to ask about; `again`: the one after `question`, whatever was answered. */
export function nextAction(
  actions: readonly AskedAction[],
  scores: Scores,
  { question, again }: { question?: string; again?: boolean },
): AskedAction | undefined {
  if (again) return actions[actions.findIndex((action) => helpKey(action) === question) + 1];
  return actions.find((action) => scores[helpKey(action)] === undefined);
}

interface HelpAsked {
  /** The answers so far. */
  scores: Scores;
  /** Buttons to go back or to stop, for people who go through it again. */
  ways: readonly KnownBlock[];
  /** The value of the button for a key. */
  value(key: string): string;
  /** Says who reads the answer. */
  promise: string;
  /** The block id of the buttons. */
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

/** What the person said about earlier promises, listed among their answers. */
export const ownHelpLines = (actions: readonly AskedAction[], scores: Scores): string[] =>
  actions.flatMap((action) => {
    const help = helpIn(action, scores);
    return help
      ? [text('pulse.help.own', { words: escaped(action.words), help: text(`pulse.help.${help}`).toLowerCase() })]
      : [];
  });
