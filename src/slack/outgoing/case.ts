import { z } from 'zod';
import { instantOf } from '../../calendar/js-date.ts';
import { localDay } from '../../calendar/local-day.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { momentLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import { passedOn } from '../../schedule/handed-over.ts';
import { isUnderWay } from '../../standups/digest-news.ts';
import { answerOf, answersOf, type CustomerAnswer } from '../../surveys/customers/answers.ts';
import { answeredAt, caseContent, caseOwner } from '../../surveys/customers/cases.ts';
import { type Case, caseMessage, nameIn, promoterMessage } from '../messages/case.ts';
import { dayOf } from '../messages/nps.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({ answerId: z.guid() });

/** Tells the customer's owner, or later the manager, whoever that is by then. Nothing is sent about a solved case. */
const told =
  (how: 'opened' | 'reminder' | 'escalated'): Composer =>
  async (asking, delivery, sendingAt) => {
    const { answerId } = contentSchema.parse(delivery.content);
    const answer = await answerOf(asking.db, asking.workspace.id, answerId);
    if (!answer || answer.solvedOn || (await passedOn(asking, answer, delivery, sendingAt))) return null;
    const known = await caseOf(answer, asking);
    return { message: () => caseMessage(known, how, readersOf(asking)) };
  };

const solvedSchema = contentSchema.extend({ inPlaceOf: z.guid() });

/** Says who solved a case, in place of a message about it. */
const solved: Composer = async (asking, { content }) => {
  const { db, workspace } = asking;
  const { answerId, inPlaceOf } = solvedSchema.parse(content);
  const [told, answer] = await Promise.all([
    db.delivery.findUnique({ where: { workspaceId_id: { workspaceId: workspace.id, id: inPlaceOf } } }),
    answerOf(db, workspace.id, answerId),
  ]);
  if (told && isUnderWay(told)) return 'later';
  if (told?.state !== 'sent' || !told.channelId || !told.ts || !answer?.solvedOn) return null;
  const known = await caseOf(answer, asking);
  const { channelId, ts } = told;
  return { message: () => caseMessage(known, 'opened', readersOf(asking)), instead: { channelId, ts } };
};

/** A customer who would recommend us. */
const promoter: Composer = async (asking, { content }) => {
  const answer = await answerOf(asking.db, asking.workspace.id, contentSchema.parse(content).answerId);
  return answer && { message: () => promoterMessage(answer, askedText(answer, asking)) };
};

export const caseComposers: Readonly<Record<string, Composer>> = {
  [caseContent.opened]: told('opened'),
  [caseContent.reminder]: told('reminder'),
  [caseContent.escalated]: told('escalated'),
  [caseContent.promoter]: promoter,
  [caseContent.solved]: solved,
};

/** Earlier answers shown. */
const BEFORE = 3;
/** Latest answers searched for them. */
const LOOKED_AT = 20;

/** An answer, with the customer's earlier ones to the same question. */
export async function caseOf(answer: CustomerAnswer, { db, workspace, now }: Asking): Promise<Case> {
  const all = answer.customerId ? await answersOf(db, workspace.id, answer.customerId, LOOKED_AT) : [];
  const own = answeredAt(answer).epochMilliseconds;
  const earlier = all.filter(
    (each) =>
      each.id !== answer.id && each.instrument === answer.instrument && answeredAt(each).epochMilliseconds <= own,
  );
  const before = earlier.slice(0, BEFORE).map((each) => ({ score: each.score, day: dayOf(each) }));
  return { answer, before, ownerId: await caseOwner(db, answer, localDay(now, workspace.zone).toString()) };
}

export const readersOf = ({ now, workspace, directory }: Asking) => ({ now, zone: workspace.zone, directory });

/** Says who already asks for a reference; null: nobody. */
export function askedText({ referenceAt, referenceById }: CustomerAnswer, asking: Asking): string | null {
  if (!referenceAt) return null;
  const at = momentLabel(instantOf(referenceAt), asking.now, asking.workspace.zone);
  return text('nps.promoter.asked', { name: nameIn(referenceById, readersOf(asking)), at });
}
