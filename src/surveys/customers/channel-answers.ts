/** Answers of a customer's people in a channel shared with them: one for each person and message. */
import type { Temporal } from 'temporal-polyfill';
import { plainDateOf } from '../../calendar/js-date.ts';
import type { Database, Transaction } from '../../db/client.ts';
import type { SurveyAnswer } from '../../db/generated/client.ts';
import { sameText } from '../../db/same-text.ts';
import { REST_DAYS } from './links.ts';

export const CHANNEL_ASK = 'channel_ask';

/** The source of such answers. */
export const CONNECT = 'connect';

/** The message that asks, the customer, and the member who asked; buttons carry it. */
export interface ChannelAsk {
  /** The id of the message that asks. */
  askId: string;
  customerId: string;
  askedById: string;
}

export const writtenAsk = ({ askId, customerId, askedById }: ChannelAsk): string =>
  [askId, customerId, askedById].join(' ');

/** null: it is from no button of ours. */
export function askIn(written: string): ChannelAsk | null {
  const [askId, customerId, askedById, ...more] = written.split(' ');
  return askId && customerId && askedById && more.length === 0 ? { askId, customerId, askedById } : null;
}

/** One person's answer to one message. */
export const channelAnswerKey = ({ askId }: ChannelAsk, slackUserId: string): string => [askId, slackUserId].join(' ');

/** The answer that somebody has already given to a message; null: none. */
export const channelAnswer = (
  db: Database,
  workspaceId: string,
  ask: ChannelAsk,
  slackUserId: string,
): Promise<SurveyAnswer | null> =>
  db.surveyAnswer.findUnique({
    where: {
      workspaceId_source_externalId: {
        ...{ workspaceId, source: CONNECT },
        externalId: channelAnswerKey(ask, slackUserId),
      },
    },
  });

/**
 * The day on which a customer's person, by name, answered either question so recently that they are left in peace;
 * null: they did not.
 */
export async function answeredLately(
  db: Database,
  workspaceId: string,
  { customerId, name }: { customerId: string; name: string },
  today: Temporal.PlainDate,
): Promise<Temporal.PlainDate | null> {
  const since = new Date(today.subtract({ days: REST_DAYS.answered }).toString());
  const last = await db.surveyAnswer.findFirst({
    where: {
      ...{ workspaceId, customerId, answeredOn: { gt: since } },
      respondent: sameText(name),
    },
    orderBy: { answeredOn: 'desc' },
  });
  return last && plainDateOf(last.answeredOn);
}

/** Adds words to an answer, below any that it has. */
export async function addWords(
  tx: Transaction,
  { workspaceId, id, comment }: SurveyAnswer,
  words: string,
): Promise<void> {
  await tx.surveyAnswer.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { comment: comment ? `${comment}\n${words}` : words },
  });
}
