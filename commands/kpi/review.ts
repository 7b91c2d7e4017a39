import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import { spanOf } from '../../src/calendar/span.ts';
import { Problem } from '../../src/errors.ts';
import type { Answer } from '../../src/kpi/answer.ts';
import { mayAsk, maySeePeople } from '../../src/kpi/may-ask.ts';
import { isPlain, type Question } from '../../src/kpi/question.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { productsMoved, reviewOf } from '../../src/reports/review/review-of.ts';
import { type ReviewUnit, reviewedSpans } from '../../src/reports/review/reviewed-months.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/messages/answer.ts';
import { productsMessage, reviewMessage } from '../../src/slack/messages/review.ts';
import { unclearMessage } from '../../src/slack/messages/unclear.ts';
import type { Picture } from '../../src/slack/pictures.ts';
import { targetSpan } from '../../src/targets/target-span.ts';
import { understand } from '../understand.ts';
import { whoseReport } from './whose-report.ts';

type Drawing = (answer: Answer, asked: Asked) => Promise<Picture | null>;

/** `/kpi report review [whose] [last quarter]`: the review of a month or quarter that is over, last month's unless said. */
export async function review(words: string, asked: Asked, drawing: Drawing): Promise<Reply> {
  const wanted = await reviewIn('review', words, asked);
  if ('unclear' in wanted) return wanted.unclear;
  const { question, unit, through } = wanted;
  const { member, directory, now, workspace } = asked;
  const byPerson = question.whose.scope !== 'member' && maySeePeople(question, member, directory);
  const made = await reviewOf(asked, { unit, through, whose: question.whose, byPerson });
  const { next } = reviewedSpans(through, unit, calendarSettings(workspace));
  const reading = { now, zone: workspace.zone, next: member.role === 'rep' ? null : next };
  return {
    message: (picture) => reviewMessage(made, { ...reading, picture }),
    ...(made.isEmpty ? {} : { picture: () => drawing(made.course, asked) }),
  };
}

/** `/kpi report products [whose]`: of the review only which products rise or fall. */
export async function products(words: string, asked: Asked): Promise<Reply> {
  const wanted = await reviewIn('products', words, asked);
  if ('unclear' in wanted) return wanted.unclear;
  const made = await productsMoved(asked, { through: wanted.through, whose: wanted.question.whose });
  return said(productsMessage(made, { now: asked.now, zone: asked.workspace.zone }));
}

type Wanted = { unclear: Reply } | { question: Question; unit: ReviewUnit; through: string };

/** What is to be reviewed. @throws Problem for what the person may not see, and for another time than a past month or quarter */
async function reviewIn(name: 'review' | 'products', words: string, asked: Asked): Promise<Wanted> {
  const { workspace, directory, member, now } = asked;
  const parsed = await understand(words, asked);
  if (!parsed.ok) return { unclear: said(unclearMessage(parsed, `report ${name} `)) };
  if (parsed.question.kpis.length > 0 || !isPlain(parsed.question)) throw new Problem('report.plain');
  const today = localDay(now, workspace.zone);
  const { period } = parsed.question;
  const isRunning = period.kind === 'this' && period.unit === 'month';
  const question: Question = {
    ...parsed.question,
    period: isRunning ? { kind: 'last', unit: 'month' } : period,
    whose: whoseReport(parsed.question.whose, asked),
  };
  mayAsk(question, member, directory, today.toString());
  const settings = calendarSettings(workspace);
  const { from, to } = spanOf(question.period, today, settings);
  const days = { kind: 'between', from: from.toString(), through: to.subtract({ days: 1 }).toString() } as const;
  const span = targetSpan(days, today, settings);
  const isOver = span && Temporal.PlainDate.compare(span.to, today) <= 0;
  if (!isOver || (span.unit !== 'month' && span.unit !== 'quarter')) throw new Problem('review.period');
  return { question, unit: span.unit, through: days.through };
}

const said = (message: Message): Reply => ({ message: () => message });
