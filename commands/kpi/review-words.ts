import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import { spanOf } from '../../src/calendar/span.ts';
import { Problem } from '../../src/errors.ts';
import type { NotUnderstood } from '../../src/kpi/parse/not-understood.ts';
import { isPlain, type Question } from '../../src/kpi/question.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import type { ReviewUnit } from '../../src/reports/review/reviewed-months.ts';
import { targetSpan } from '../../src/targets/target-span.ts';
import { type Asker, understand } from '../understand.ts';

export type ReviewWords = { ok: true; question: Question; unit: ReviewUnit; through: string } | NotUnderstood;

/**
 * Reads `[whose] [last month | last quarter]`: what a review is about; last month's unless said. `through`: its last day, ISO.
 *
 * @throws Problem for another time than a past month or quarter
 */
export async function reviewIn(words: string, asker: Asker): Promise<ReviewWords> {
  const { workspace, now } = asker;
  const parsed = await understand(words, asker);
  if (!parsed.ok) return parsed;
  if (parsed.question.kpis.length > 0 || !isPlain(parsed.question)) throw new Problem('report.plain');
  const today = localDay(now, workspace.zone);
  const { period } = parsed.question;
  const isRunning = period.kind === 'this' && period.unit === 'month';
  const question = isRunning
    ? { ...parsed.question, period: { kind: 'last', unit: 'month' } as const }
    : parsed.question;
  const settings = calendarSettings(workspace);
  const { from, to } = spanOf(question.period, today, settings);
  const days = { kind: 'between', from: from.toString(), through: to.subtract({ days: 1 }).toString() } as const;
  const span = targetSpan(days, today, settings);
  const isOver = span && Temporal.PlainDate.compare(span.to, today) <= 0;
  if (!isOver || (span.unit !== 'month' && span.unit !== 'quarter')) throw new Problem('review.period');
  return { ok: true, question, unit: span.unit, through: days.through };
}
