/** Tells a customer's owner that it is time to ask that customer. */
import type { Temporal } from 'temporal-polyfill';
import { dayAndMonth } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { whoAnswered } from './case.ts';
import { buttons, context, escaped, section } from './mrkdwn.ts';

/** *Not now* */
export const NOT_NOW = 'nps_not_now';

export interface CustomerTurn {
  linkId: string;
  customer: string;
  respondent: string | null;
  address: string;
  /** Days since the deal was won. */
  days: number;
  until: Temporal.PlainDate;
}

export function turnMessage({ linkId, customer, respondent, address, days, until }: CustomerTurn): Message {
  const who = escaped(whoAnswered(customer, respondent));
  const line = text('nps.turn', { customer: escaped(customer), days, who });
  return {
    text: `${line}\n${escaped(address)}`,
    blocks: [
      section(line),
      section(`\`${escaped(address)}\``),
      context(text('nps.turn.hint', { until: dayAndMonth(until) })),
      buttons('nps.turn', [{ actionId: NOT_NOW, label: text('nps.turn.not_now'), value: linkId }]),
    ],
  };
}

const MOST_ROWS = 30;

export function testMessage(rows: readonly { customer: string; wonOn: Temporal.PlainDate; owner: string }[]): Message {
  if (rows.length === 0) return { text: text('nps.schedule.nobody'), blocks: [section(text('nps.schedule.nobody'))] };
  const lines = rows
    .slice(0, MOST_ROWS)
    .map(({ customer, wonOn, owner }) =>
      text('nps.schedule.would', { customer: escaped(customer), day: dayAndMonth(wonOn), owner: escaped(owner) }),
    );
  const rest = rows.length - lines.length;
  const said = [text('nps.schedule.test'), ...lines, ...(rest > 0 ? [text('answer.more', { count: rest })] : [])].join(
    '\n',
  );
  return { text: said, blocks: [section(said)] };
}
