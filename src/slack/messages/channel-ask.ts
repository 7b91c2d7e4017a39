/** A customer's people are asked in a channel that is shared with them. */
import { text } from '../../language/text.ts';
import { type ChannelAsk, writtenAsk } from '../../surveys/customers/channel-answers.ts';
import { mostOf, scoresOf } from '../../surveys/customers/instruments.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, buttons, context, escaped, section } from './mrkdwn.ts';

/** From not at all to very likely: one for each button of a message. */
export const askActions = {
  scores: scoresOf('nps').map((score) => `nps_connect_${score}`),
  more: 'nps_connect_more',
} as const;

/** In two rows, which fit beside each other on a phone as well. */
const FIRST_ROW = 6;

export function channelAskMessage(
  ask: ChannelAsk,
  { workspace, customer }: { workspace: string; customer: string },
): Message {
  const question = escaped(text('nps.page.question.nps', { workspace }));
  const ends = text('nps.connect.ends', { least: text('nps.page.least.nps'), most: text('nps.page.most.nps') });
  const value = writtenAsk(ask);
  const scores = askActions.scores.map((actionId, score): ButtonSpec => {
    return {
      actionId,
      label: String(score),
      value,
      spoken: text('nps.page.spoken', { score, most: mostOf({ instrument: 'nps' }) }),
    };
  });
  return {
    text: `${question} ${ends}`,
    blocks: [
      section(`*${question}*\n${ends}`),
      buttons('nps.connect.low', scores.slice(0, FIRST_ROW)),
      buttons('nps.connect.high', [...scores.slice(FIRST_ROW), moreButton(ask)]),
      context(escaped(text('nps.connect.foot', { workspace, customer }))),
    ],
  };
}

const moreButton = (ask: ChannelAsk): ButtonSpec => ({
  ...{ actionId: askActions.more, label: text('nps.connect.more'), value: writtenAsk(ask) },
});

/** To who has pressed a number, and to nobody else. */
export function thanksMessage(ask: ChannelAsk, line: string): Message {
  return { text: line, blocks: [section(line), buttons('nps.connect.thanks', [moreButton(ask)])] };
}
