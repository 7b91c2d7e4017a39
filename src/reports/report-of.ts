import { Temporal } from 'temporal-polyfill';
import type { Answer } from '../kpi/answer.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import type { Moved } from '../kpi/moved/moved.ts';
import { whatMoved } from '../kpi/moved/what-moved.ts';
import type { Whose } from '../kpi/question.ts';
import { type BestTimes, bestTimesIn } from './best-times.ts';
import { type ReportId, reportQuestions, tellsOfCohort, type Week } from './weekly.ts';

/** A weekly report with its answers. */
export interface Report {
  id: ReportId;
  /** The week asked for; the summary may be about an earlier one. */
  week: Week;
  summary: Answer;
  /** Each with one breakdown. */
  tables: readonly Answer[];
  /** When calls go best, for the report that shows it; `hours`: the answer by weekday and hour that it comes from. */
  bestTimes: BestTimes | null;
  hours: Answer | null;
  moved: readonly Moved[];
  /** The day at whose end the report stands; null: it stands as of now. */
  stoodAt: Temporal.PlainDate | null;
  /** Whether the summary has only zeros or no data. */
  isEmpty: boolean;
}

export interface ReportAsked {
  id: ReportId;
  week: Week;
  whose: Whose;
  /** Whether the reader may see a team's people one by one; if not, those parts are left out. */
  byPerson: boolean;
}

/** Makes a report, the same one for people who ask for it and those it is sent to. */
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
    ...{ id, week, summary, isEmpty, stoodAt: end && Temporal.PlainDate.from(week.through) },
    tables: others.filter(({ question, groups }) => question.by.length === 1 && groups.length > 0),
    bestTimes: hours ? bestTimesIn(hours) : null,
    hours: hours ?? null,
    moved: isEmpty ? [] : await whatMoved(asking, summary, byPerson),
  };
}

/**
 * Reports about a cohort stand as of the end of the week, however late somebody asks: a past week's report never
 * changes. null: the week is still running.
 */
function endOf({ through }: Week, { workspace, now }: Asking): Temporal.Instant | null {
  const nextDay = Temporal.PlainDate.from(through).add({ days: 1 }).toZonedDateTime(workspace.zone);
  // One nanosecond earlier, so that dates of the next day do not count.
  const end = nextDay.toInstant().subtract({ nanoseconds: 1 });
  return Temporal.Instant.compare(now, end) < 0 ? null : end;
}

/** Evaluated at its last moment, a week still counts as running. */
const asFinished = (answer: Answer): Answer => ({
  ...answer,
  period: { ...answer.period, until: null, running: false },
});
