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

/** What a review is about. `through`: its last day, ISO. */
export interface Reviewed {
  question: Question;
  unit: ReviewUnit;
  through: string;
}

/**
 * Reads `[whose] [last month | last quarter]`; last month if no time is given.
 *
 * @throws Problem for any time but a past month or quarter
 */
export async function reviewIn(words: string, asker: Asker): Promise<({ ok: true } & Reviewed) | NotUnderstood> {
  const parsed = await understand(words, asker);
  return parsed.ok ? { ok: true, ...reviewed(parsed.question, asker) } : parsed;
}

/** @throws Problem for anything beyond whose and when, and for any time but a past month or quarter */
export function reviewed(asked: Question, { workspace, now }: Pick<Asker, 'workspace' | 'now'>): Reviewed {
  if (asked.kpis.length > 0 || !isPlain(asked)) throw new Problem('report.plain');
  const today = localDay(now, workspace.zone);
  const { period } = asked;
  const isRunning = period.kind === 'this' && period.unit === 'month';
  const question = isRunning ? { ...asked, period: { kind: 'last', unit: 'month' } as const } : asked;
  const settings = calendarSettings(workspace);
  const { from, to } = spanOf(question.period, today, settings);
  const days = { kind: 'between', from: from.toString(), through: to.subtract({ days: 1 }).toString() } as const;
  const span = targetSpan(days, today, settings);
  const isOver = span && Temporal.PlainDate.compare(span.to, today) <= 0;
  if (!isOver || (span.unit !== 'month' && span.unit !== 'quarter')) throw new Problem('review.period');
  return { question, unit: span.unit, through: days.through };
}
