import { Temporal } from 'temporal-polyfill';
import { isOfCohort } from '../kpi/definition.ts';
import { knownKpi } from '../kpi/evaluate.ts';
import type { Dimension, Question, Whose } from '../kpi/question.ts';

/** A week as ISO dates, both included. */
export interface Week {
  from: string;
  through: string;
}

/** The days that a part of a report covers, relative to its week. */
type Stretch =
  | 'week'
  /** The week four weeks earlier: what began then has had time to lead to something. */
  | 'cohort'
  /** The twelve weeks up to the end of the report's week: one week has too few calls in each hour. */
  | 'twelve';

interface Part {
  kpis: readonly string[];
  by: readonly Dimension[];
  over: Stretch;
}

const summary = (kpis: readonly string[], over: Stretch = 'week'): Part => ({ kpis, by: [], over });
const table = (by: Dimension, kpis: readonly string[], over: Stretch = 'week'): Part => ({ kpis, by: [by], over });

const response = ['lead_response_time', 'lead_reply_time', 'leads_generated'];
const scores = ['avg_lead_score', 'hot_lead_share', 'leads_generated'];
const conversion = ['lead_conversion_rate', 'lead_to_opportunity', 'leads_generated'];
const meetings = ['meetings_held', 'meeting_success_rate'];
const odds = ['win_odds', 'leads_generated', 'avg_lead_score'];
const calling = ['calls_made', 'calls_answered', 'calls_unanswered', 'voicemails_left'];

/** The seven weekly reports: each has its summary first, then its breakdowns. */
const reports = {
  calls: [
    summary([...calling, 'call_answer_rate', 'call_success_rate']),
    table('rep', ['calls_made', 'call_answer_rate', 'call_success_rate']),
    { kpis: ['call_success_rate', 'call_answer_rate'], by: ['weekday', 'hour'], over: 'twelve' },
  ],
  leads: [summary(response), table('rep', response), table('source', response)],
  won: [
    summary(['deals_won', 'revenue', 'target_attainment']),
    table('rep', ['deals_won', 'revenue', 'target_attainment']),
  ],
  scores: [summary(scores), table('source', scores), table('rep', scores)],
  conversion: [summary(conversion, 'cohort'), table('source', conversion, 'cohort')],
  meetings: [
    summary([...meetings, 'meeting_show_rate']),
    table('weekday', meetings),
    table('hour', meetings),
    table('place', meetings),
    table('result', ['meetings_held']),
  ],
  odds: [summary(odds), table('rep', odds)],
} as const satisfies Record<string, readonly Part[]>;

export type ReportId = keyof typeof reports;

export const reportIds = Object.keys(reports) as ReportId[];

export const isReportId = (word: string): word is ReportId => Object.hasOwn(reports, word);

/** Whether a report shows what became of things that began in a week, which keeps changing later. */
export const tellsOfCohort = (id: ReportId): boolean =>
  reports[id].some(({ kpis }) => kpis.some((kpi) => isOfCohort(knownKpi(kpi))));

/** A report's questions about a week; the first is its summary. */
export const reportQuestions = (id: ReportId, week: Week, whose: Whose): Question[] =>
  reports[id].map(({ kpis, by, over }) => ({ kpis, whose, period: { kind: 'between', ...daysOf(over, week) }, by }));

function daysOf(over: Stretch, { from, through }: Week): Week {
  const weeksEarlier = (day: string, weeks: number) => Temporal.PlainDate.from(day).subtract({ weeks }).toString();
  switch (over) {
    case 'week':
      return { from, through };
    case 'cohort':
      return { from: weeksEarlier(from, 4), through: weeksEarlier(through, 4) };
    case 'twelve':
      return { from: weeksEarlier(from, 11), through };
  }
}
