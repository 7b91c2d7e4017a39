import { localDay } from '../../src/calendar/local-day.ts';
import { resolvePeriod } from '../../src/calendar/period.ts';
import { startOfUnit } from '../../src/calendar/units.ts';
import { Problem } from '../../src/errors.ts';
import type { Answer } from '../../src/kpi/answer.ts';
import { mayAsk, maySeePeople } from '../../src/kpi/may-ask.ts';
import { mustHaveBegun } from '../../src/kpi/must-have-begun.ts';
import type { ParsedQuestion } from '../../src/kpi/parse/parse-question.ts';
import { isNear } from '../../src/kpi/parse/suggest.ts';
import { isPlain, type Question } from '../../src/kpi/question.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { picturedIn } from '../../src/reports/pictured.ts';
import { reportOf } from '../../src/reports/report-of.ts';
import { isReportId, reportIds, type Week } from '../../src/reports/weekly.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { reportList, reportMessage } from '../../src/slack/messages/report.ts';
import { unclearMessage } from '../../src/slack/messages/unclear.ts';
import type { Picture } from '../../src/slack/pictures.ts';
import { understand } from '../understand.ts';
import { products, review } from './review.ts';
import { whoseReport } from './whose-report.ts';

type Drawing = (answer: Answer, asked: Asked) => Promise<Picture | null>;

/** `/kpi report` lists the weekly reports, `/kpi report calls [whose] [last week]` shows one, with a picture by `drawing`. */
export async function report(words: string, asked: Asked, drawing: Drawing): Promise<Reply> {
  const [, id = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(words) ?? [];
  if (!id) {
    const list = reportList();
    return { message: () => list };
  }
  const known = id.toLowerCase();
  if (known === 'review') return review(rest, asked, drawing);
  if (known === 'products') return products(rest, asked);
  if (!isReportId(known)) {
    const unclear = unclearReport(id, rest);
    return { message: () => unclear };
  }
  const parsed = await understood(rest, asked);
  if (!parsed.ok) {
    const unclear = unclearMessage(parsed, `report ${known} `);
    return { message: () => unclear };
  }
  const { workspace, directory, member, now } = asked;
  if (parsed.question.kpis.length > 0 || !isPlain(parsed.question)) throw new Problem('report.plain');
  const question = { ...parsed.question, whose: whoseReport(parsed.question.whose, asked) };
  mayAsk(question, member, directory, localDay(now, workspace.zone).toString());
  mustHaveBegun(question, now, calendarSettings(workspace));
  const byPerson = maySeePeople(question, member, directory);
  const found = await reportOf(asked, { id: known, week: weekOf(question, asked), whose: question.whose, byPerson });
  return {
    message: (picture) => reportMessage(found, { now, zone: workspace.zone, picture }),
    ...(found.isEmpty ? {} : { picture: () => drawing(picturedIn(found), asked) }),
  };
}

/** Which report may have been meant by a word. @throws Problem for one like none */
function unclearReport(id: string, rest: string) {
  const near = reportIds.filter((each) => isNear(id.toLowerCase(), each));
  if (near.length === 0) throw new Problem('report.unknown', { id, known: reportIds.join(', ') });
  const problems = [{ kind: 'unknown' as const, word: id, suggestions: near }];
  return unclearMessage({ problems, corrected: near.map((each) => `${each} ${rest}`.trim()) }, 'report ');
}

/** Of last week, unless they name another time. */
async function understood(words: string, asked: Asked): Promise<ParsedQuestion> {
  const parsed = await understand(words, asked);
  if (!parsed.ok || !isThisMonth(parsed.question)) return parsed;
  // Without a word about time other questions mean this month. Said in words, it clashes with a week.
  const ofLastWeek = await understand(`${words} last week`, asked);
  if (!ofLastWeek.ok) throw new Problem('report.week');
  return ofLastWeek;
}

const isThisMonth = ({ period }: Question) => period.kind === 'this' && period.unit === 'month';

function weekOf({ period }: Question, { workspace, now }: Asked): Week {
  const settings = calendarSettings(workspace);
  const { from, to } = resolvePeriod(period, now, settings);
  if (from.until(to).days !== 7 || !startOfUnit(from, 'week', settings).equals(from)) throw new Problem('report.week');
  return { from: from.toString(), through: to.subtract({ days: 1 }).toString() };
}
