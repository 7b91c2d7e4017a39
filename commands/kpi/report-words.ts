import { resolvePeriod } from '../../src/calendar/period.ts';
import { startOfUnit } from '../../src/calendar/units.ts';
import { Problem } from '../../src/errors.ts';
import { mustHaveBegun } from '../../src/kpi/must-have-begun.ts';
import type { NotUnderstood } from '../../src/kpi/parse/not-understood.ts';
import type { ParsedQuestion } from '../../src/kpi/parse/parse-question.ts';
import { isNear } from '../../src/kpi/parse/suggest.ts';
import { isPlain, type Question, type Whose } from '../../src/kpi/question.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { isReportId, type ReportId, reportIds, type Week } from '../../src/reports/weekly.ts';
import { type Asker, understand } from '../understand.ts';

export type ReportWords =
  | { ok: true; id: ReportId; week: Week; whose: Whose }
  /** `before`: the words of the command before the ones that were not understood. */
  | { ok: false; unclear: NotUnderstood; before: string };

/**
 * Reads `calls [whose] [last week]`: which report, of which week, about whom. @throws Problem for a question that no
 * report answers
 */
export async function reportIn(words: string, asker: Asker): Promise<ReportWords> {
  const [, id = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(words) ?? [];
  const known = id.toLowerCase();
  if (!isReportId(known)) return { ok: false, unclear: unclearReport(id, rest), before: 'report ' };
  const parsed = await ofAWeek(rest, asker);
  if (!parsed.ok) return { ok: false, unclear: parsed, before: `report ${known} ` };
  const { question } = parsed;
  if (question.kpis.length > 0 || !isPlain(question)) throw new Problem('report.plain');
  mustHaveBegun(question, asker.now, calendarSettings(asker.workspace));
  return { ok: true, id: known, week: weekOf(question, asker), whose: question.whose };
}

/** Suggests the reports that a mistyped name may mean. @throws Problem if it resembles none */
function unclearReport(id: string, rest: string): NotUnderstood {
  const near = reportIds.filter((each) => isNear(id.toLowerCase(), each));
  if (near.length === 0) throw new Problem('report.unknown', { id, known: reportIds.join(', ') });
  const problems = [{ kind: 'unknown' as const, word: id, suggestions: near }];
  return { ok: false, problems, corrected: near.map((each) => `${each} ${rest}`.trim()) };
}

/** Reads the other words as being about last week, unless they name another time. */
async function ofAWeek(words: string, asker: Asker): Promise<ParsedQuestion> {
  const parsed = await understand(words, asker);
  if (!parsed.ok || !isThisMonth(parsed.question)) return parsed;
  // Words without a time are read as this month. If they do say "this month", adding "last week" clashes.
  const ofLastWeek = await understand(`${words} last week`, asker);
  if (!ofLastWeek.ok) throw new Problem('report.week');
  return ofLastWeek;
}

const isThisMonth = ({ period }: Question) => period.kind === 'this' && period.unit === 'month';

function weekOf({ period }: Question, { workspace, now }: Asker): Week {
  const settings = calendarSettings(workspace);
  const { from, to } = resolvePeriod(period, now, settings);
  if (from.until(to).days !== 7 || !startOfUnit(from, 'week', settings).equals(from)) throw new Problem('report.week');
  return { from: from.toString(), through: to.subtract({ days: 1 }).toString() };
}
