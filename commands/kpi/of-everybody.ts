import { Problem } from '../../src/errors.ts';
import { isOfEmployees, mayBeTold } from '../../src/kpi/may-be-told.ts';
import type { Question } from '../../src/kpi/question.ts';
import { text } from '../../src/language/text.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { section } from '../../src/slack/messages/mrkdwn.ts';

/**
 * Nobody is shown what employee surveys say about one person, and only its leads what they say about a team. This
 * returns the question for the published results of everybody instead. null: the question is about something else, can
 * be answered as it is, or the person may not see even those.
 */
export async function ofEverybody(question: Question, asked: Asked): Promise<Question | null> {
  const { kpis, whose, where = [] } = question;
  if (kpis.length === 0 || !kpis.every(isOfEmployees) || where.length > 0) return null;
  if (whose.scope !== 'member' && (await isTold(question, asked))) return null;
  const published: Question = { ...question, whose: { scope: 'workspace' }, by: [] };
  return (await isTold(published, asked)) ? published : null;
}

async function isTold(question: Question, asked: Asked): Promise<boolean> {
  try {
    await mayBeTold(question, asked.member, asked);
    return true;
  } catch (cause) {
    if (cause instanceof Problem) return false;
    throw cause;
  }
}

/** Says above the answer that it is about everybody. */
export const saidOfEverybody = (reply: Reply): Reply => ({
  ...reply,
  message(picture) {
    const { text: answer, blocks } = reply.message(picture);
    const line = text('kpi.surveys_of_everybody');
    return { text: `${line}\n${answer}`, blocks: [section(line), ...blocks] };
  },
});
