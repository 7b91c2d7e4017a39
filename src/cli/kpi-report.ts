import type { Asking } from '../kpi/evaluate.ts';
import type { Whose } from '../kpi/question.ts';
import { type Report, reportOf } from '../reports/report-of.ts';
import type { ReportId, Week } from '../reports/weekly.ts';
import { reportMessage } from '../slack/messages/report.ts';
import { answersCsv } from './answer-csv.ts';
import { answerJson } from './answer-json.ts';
import { jsonText } from './json-text.ts';
import { plainText } from './plain.ts';

interface ReportRead {
  id: ReportId;
  week: Week;
  whose: Whose;
}

/** What `/kpi report` shows to an admin, ending with a line break. */
export async function reportAtTerminal(
  asking: Asking,
  read: ReportRead,
  { json, csv }: { json: boolean; csv: boolean },
): Promise<string> {
  const { now, workspace } = asking;
  const { id, week, whose } = read;
  const found = await reportOf(asking, { id, week, whose, byPerson: true });
  if (json) return jsonText({ report: id, week, ...reportJson(found) });
  if (csv) return answersCsv([found.summary, ...found.tables, ...(found.hours ? [found.hours] : [])]);
  return plainText(reportMessage(found, { now, zone: workspace.zone, picture: { kind: 'none' } }));
}

const reportJson = ({ summary, tables, hours, bestTimes, stoodAt }: Report) => ({
  stoodAt: stoodAt?.toString() ?? null,
  summary: answerJson(summary),
  tables: tables.map(answerJson),
  hours: hours && answerJson(hours),
  best: bestTimes?.best ?? null,
});
