/** Stores customers' answers and finds them again. */
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../../calendar/js-date.ts';
import { localDay } from '../../calendar/local-day.ts';
import type { Database, Transaction } from '../../db/client.ts';
import type { SurveyAnswer } from '../../db/generated/client.ts';
import type { Workspace } from '../../people/workspace.ts';
import { markReceived } from '../../records/data-sources.ts';
import type { Instrument } from './instruments.ts';

export const LONGEST_COMMENT = 2000;

export interface NewAnswer {
  /**
   * `link`: from the customer, through a personal link; `connect`: in a channel shared with them; `slack`: typed in by
   * somebody on their behalf.
   */
  source: 'link' | 'slack' | 'connect';
  /** The link's id, or the id of the press or command in Slack: repeats store nothing new. */
  externalId: string;
  instrument: Instrument;
  score: number;
  comment: string | null;
  customerId: string;
  respondent: string | null;
  /** The customer's owner. */
  memberId: string | null;
  /** The member who typed it in. */
  typedById: string | null;
}

/** Stores an answer. null: it is stored already. */
export async function storeAnswer(
  tx: Transaction,
  { id: workspaceId, zone }: Pick<Workspace, 'id' | 'zone'>,
  answer: NewAnswer,
  now: Temporal.Instant,
): Promise<SurveyAnswer | null> {
  const day = localDay(now, zone).toString();
  const when = { answeredAt: dateOf(now), answeredOn: new Date(`${day}T00:00Z`) };
  const [stored] = await tx.surveyAnswer.createManyAndReturn({
    data: [{ workspaceId, ...answer, ...when }],
    skipDuplicates: true,
  });
  if (stored) await markReceived(tx, workspaceId, answer.source, now);
  return stored ?? null;
}

/** An answer with its customer. */
export type CustomerAnswer = SurveyAnswer & { customer: { id: string; name: string } | null };

export const answerOf = (db: Transaction, workspaceId: string, id: string): Promise<CustomerAnswer | null> =>
  db.surveyAnswer.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    include: { customer: { select: { id: true, name: true } } },
  });

/** A customer's answers to either question, latest first. */
export const answersOf = (
  db: Database,
  workspaceId: string,
  customerId: string,
  most: number,
): Promise<SurveyAnswer[]> =>
  db.surveyAnswer.findMany({
    where: { workspaceId, customerId },
    orderBy: [{ answeredOn: 'desc' }, { answeredAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    take: most,
  });
