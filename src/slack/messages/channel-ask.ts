/** The survey for a customer's people in a channel that is shared with them. */
import { text } from '../../language/text.ts';
import { type ChannelAsk, writtenAsk } from '../../surveys/customers/channel-answers.ts';
import { type Instrument, mostOf, scoresOf } from '../../surveys/customers/instruments.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, buttons, context, escaped, section } from './mrkdwn.ts';

/** From worst to best, with one id for each button. */
export const askActions = {
  scores: {
    nps: scoresOf('nps').map((score) => ({ score, actionId: `nps_connect_${score}` })),
    csat: scoresOf('csat').map((score) => ({ score, actionId: `csat_connect_${score}` })),
  },
  more: 'nps_connect_more',
} as const;

/** Buttons in the first row: two rows fit beside each other on a phone. CSAT has few enough for one row. */
const FIRST_ROW = 6;

export interface AskWords {
  instrument: Instrument;
  workspace: string;
  customer: string;
}

export function channelAskMessage(ask: ChannelAsk, { instrument, workspace, customer }: AskWords): Message {
  const question = escaped(text(`nps.page.question.${instrument}`, { workspace }));
  const [least, most] = [text(`nps.page.least.${instrument}`), text(`nps.page.most.${instrument}`)];
  const ends = text('nps.connect.ends', { least, most });
  const value = writtenAsk(ask);
  const scores = askActions.scores[instrument].map(({ score, actionId }): ButtonSpec => {
    const spoken = text('nps.page.spoken', { score, most: mostOf({ instrument }) });
    return { actionId, label: String(score), value, spoken };
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

/** Shown only to the person who pressed a number. */
export function thanksMessage(ask: ChannelAsk, line: string): Message {
  return { text: line, blocks: [section(line), buttons('nps.connect.thanks', [moreButton(ask)])] };
}
