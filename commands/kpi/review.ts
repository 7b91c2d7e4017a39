import { localDay } from '../../src/calendar/local-day.ts';
import type { Answer } from '../../src/kpi/answer.ts';
import { mayAsk, maySeePeople } from '../../src/kpi/may-ask.ts';
import type { Question } from '../../src/kpi/question.ts';
import { questionOf } from '../../src/kpi/question-schema.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { productsMoved, reviewOf } from '../../src/reports/review/review-of.ts';
import { reviewedSpans } from '../../src/reports/review/reviewed-months.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/messages/answer.ts';
import { productsMessage, reviewMessage, shareProductsButton } from '../../src/slack/messages/review.ts';
import { unclearMessage } from '../../src/slack/messages/unclear.ts';
import type { Picture } from '../../src/slack/pictures.ts';
import { type Reviewed, reviewed, reviewIn } from './review-words.ts';
import { sharedBy } from './share.ts';
import { whoseReport } from './whose-report.ts';

type Drawing = (answer: Answer, asked: Asked) => Promise<Picture | null>;

/** `/kpi report review [whose] [last quarter]`: reviews a month or quarter that is over, last month by default. */
export async function review(words: string, asked: Asked, drawing: Drawing): Promise<Reply> {
  const read = await reviewIn(words, asked);
  if (!read.ok) return said(unclearMessage(read, 'report review '));
  const { unit, through } = read;
  const question = allowed(read.question, asked);
  const { member, directory, now, workspace } = asked;
  const byPerson = question.whose.scope !== 'member' && maySeePeople(question, member, directory);
  const made = await reviewOf(asked, { unit, through, whose: question.whose, byPerson });
  const { next } = reviewedSpans(through, unit, calendarSettings(workspace));
  const reading = { now, zone: workspace.zone, next: member.role === 'rep' ? null : next };
  return {
    message: (picture) => reviewMessage(made, { ...reading, picture }),
    ...(made.isEmpty ? {} : { picture: () => drawing(made.course, asked), patient: true }),
  };
}

/** `/kpi report products [whose]`: only the review's rising and falling products, for people who need no more of it. */
export async function products(words: string, asked: Asked): Promise<Reply> {
  const read = await reviewIn(words, asked);
  if (!read.ok) return said(unclearMessage(read, 'report products '));
  const { text: line, blocks } = await productsOf(read, asked);
  return said({ text: line, blocks: [...blocks, ...(asked.canShare ? shareProductsButton(read.question) : [])] });
}

/** Posts the rising and falling products to the channel. */
export async function shareProducts(value: string, asked: Asked): Promise<Reply> {
  return sharedBy(asked, said(await productsOf(reviewed(questionOf(value), asked), asked)));
}

async function productsOf({ question, through }: Reviewed, asked: Asked): Promise<Message> {
  const { whose } = allowed(question, asked);
  const made = await productsMoved(asked, { through, whose });
  return productsMessage(made, { now: asked.now, zone: asked.workspace.zone });
}

/** Fills in whose review it is. @throws Problem if the person may not see it */
function allowed(question: Question, asked: Asked): Question {
  const { member, directory, now, workspace } = asked;
  const about = { ...question, whose: whoseReport(question.whose, asked) };
  mayAsk(about, member, directory, localDay(now, workspace.zone).toString());
  return about;
}

const said = (message: Message): Reply => ({ message: () => message });
