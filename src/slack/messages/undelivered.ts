import type { Failed } from '../../delivery/undelivered.ts';
import { text, textIfAny } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { Message } from './answer.ts';
import { fittingButtons, mention, section } from './mrkdwn.ts';
import { whatText } from './schedule.ts';

/** *Try again*: sends what could not be sent. */
export const RETRY = 'undelivered_retry';

const MOST_NAMED = 10;

export interface Undelivered {
  failed: Failed;
  schedule: Schedule | null;
  /** Slack channels and users. */
  recipients: readonly string[];
  directory: Directory;
}

/** What happened, why, and what to do, with a button to try again. */
export function undeliveredMessage({ failed, schedule, recipients, directory }: Undelivered): Message {
  const what = schedule
    ? whatText(schedule, directory)
    : text(failed.reason.startsWith('mail_') ? 'undelivered.mail' : 'undelivered.message');
  const named = recipients.slice(0, MOST_NAMED).map(mention).join(', ');
  const rest = recipients.length - MOST_NAMED;
  const whom = rest > 0 ? text('undelivered.and_more', { named, count: rest }) : named;
  const values = { what, slot: failed.slot?.replace('T', ' ') ?? 'none', whom };
  const line = text('undelivered.line', values);
  const why = textIfAny(`undelivered.reason.${failed.reason}`) ?? text('undelivered.reason.trouble');
  return {
    text: `${line} ${why}`,
    blocks: [
      section(`${line}\n${why}`),
      ...fittingButtons('undelivered', [
        { actionId: RETRY, label: text('undelivered.retry'), value: JSON.stringify(failed) },
      ]),
    ],
  };
}
