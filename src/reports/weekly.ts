import { Temporal } from 'temporal-polyfill';
import { isOfCohort } from '../kpi/definition.ts';
import { knownKpi } from '../kpi/evaluate.ts';
import type { Dimension, Question, Whose } from '../kpi/question.ts';

/** A week, both days included, ISO. */
export interface Week {
  from: string;
  through: string;
}

/** Which days a part of a report is about, seen from its week. */
type Stretch =
  | 'week'
  /** The week that was four weeks old when the report's week ended: what started in it has had time to come to something. */
  | 'cohort'
  /** The twelve weeks up to the end of the report's week: an hour of one week has too few calls. */
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

/** The seven weekly reports: of each the summary first, then what it is broken down by. */
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

/** Whether a report tells what has become of what began in a week: later it would tell more. */
export const tellsOfCohort = (id: ReportId): boolean =>
  reports[id].some(({ kpis }) => kpis.some((kpi) => isOfCohort(knownKpi(kpi))));

/** What a report asks about a week, as plain questions; the first is its summary. */
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
