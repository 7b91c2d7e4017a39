/** The best time to call: success by weekday and hour, or answer rate where too few results are noted. */
import type { Answer } from './answer.ts';
import { type Asking, evaluate } from './evaluate.ts';
import { FEWEST_FACTS } from './fewest.ts';
import type { Question } from './question.ts';

const BY_RESULT = 'call_success_rate';
const BY_ANSWER = 'call_answer_rate';

/** Answers a question. Call success falls back to the answer rate if no hour has enough calls with a result. */
export async function answerOf(asking: Asking, question: Question): Promise<Answer> {
  const answer = await evaluate(asking, question);
  const { kpis, by } = question;
  if (kpis.join() !== BY_RESULT || by.join() !== 'weekday,hour' || isJudged(answer, BY_RESULT)) return answer;
  return { ...(await evaluate(asking, { ...question, kpis: [BY_ANSWER] })), inPlaceOf: BY_RESULT };
}

/** The KPI by which the hours of such an answer are judged. */
export const judgedBy = (answer: Pick<Answer, 'groups'>): string =>
  isJudged(answer, BY_RESULT) ? BY_RESULT : BY_ANSWER;

/** Whether any hour has enough calls that say something. */
const isJudged = ({ groups }: Pick<Answer, 'groups'>, kpi: string): boolean =>
  groups.some(({ groups: hours = [] }) =>
    hours.some(({ kpis }) => kpis.some(({ id, denominator }) => id === kpi && Number(denominator) >= FEWEST_FACTS)),
  );
