import { Temporal } from 'temporal-polyfill';
import type { Answer } from '../kpi/answer.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import type { Moved } from '../kpi/moved/moved.ts';
import { whatMoved } from '../kpi/moved/what-moved.ts';
import type { Whose } from '../kpi/question.ts';
import { type BestTimes, bestTimesIn } from './best-times.ts';
import { type ReportId, reportQuestions, tellsOfCohort, type Week } from './weekly.ts';

/** A weekly report, answered. */
export interface Report {
  id: ReportId;
  summary: Answer;
  /** Broken down by one thing each. */
  tables: readonly Answer[];
  /** When calls go best, in the report that tells it, and the weekdays and hours it was found in. */
  bestTimes: BestTimes | null;
  hours: Answer | null;
  moved: readonly Moved[];
  /** The day at whose end it is told as it stood; null: as it stands now. */
  stoodAt: Temporal.PlainDate | null;
  /** Whether there is nothing in it. */
  isEmpty: boolean;
}

export interface ReportAsked {
  id: ReportId;
  week: Week;
  whose: Whose;
  /** Whether the reader may see the people of a team one by one; without it the report has no such part. */
  byPerson: boolean;
}

/** Makes a report: the same for who asks for it and for whom it is sent to. */
export async function reportOf(asker: Asking, { id, week, whose, byPerson }: ReportAsked): Promise<Report> {
  const end = tellsOfCohort(id) ? endOf(week, asker) : null;
  const asking = end ? { ...asker, now: end } : asker;
  const isTold = byPerson && whose.scope !== 'member';
  const questions = reportQuestions(id, week, whose).filter(({ by }) => isTold || !by.includes('rep'));
  const answers = await Promise.all(questions.map((question) => evaluate(asking, question)));
  const [summary, ...others] = end ? answers.map(asFinished) : answers;
  if (!summary) throw new Error(`the report ${id} has no summary`);
  const hours = others.find(({ question }) => question.by.length === 2);
  const isEmpty = summary.kpis.every(({ value }) => value === null || Number(value) === 0);
  return {
    ...{ id, summary, isEmpty, stoodAt: end && Temporal.PlainDate.from(week.through) },
    tables: others.filter(({ question, groups }) => question.by.length === 1 && groups.length > 0),
    bestTimes: hours ? bestTimesIn(hours) : null,
    hours: hours ?? null,
    moved: isEmpty ? [] : await whatMoved(asking, summary, byPerson),
  };
}

/**
 * However late one asks, a cohort is told as it stood when the week was over: no report of a past week changes. Null while
 * the week runs.
 */
function endOf({ through }: Week, { workspace, now }: Asking): Temporal.Instant | null {
  const nextDay = Temporal.PlainDate.from(through).add({ days: 1 }).toZonedDateTime(workspace.zone);
  // The last day's dates count, and not those of the day after it.
  const end = nextDay.toInstant().subtract({ nanoseconds: 1 });
  return Temporal.Instant.compare(now, end) < 0 ? null : end;
}

/** Seen at the last moment of a week, it seems to run still. */
const asFinished = (answer: Answer): Answer => ({
  ...answer,
  period: { ...answer.period, until: null, running: false },
});
