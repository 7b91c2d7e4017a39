import { localDay } from '../../src/calendar/local-day.ts';
import type { Answer } from '../../src/kpi/answer.ts';
import { mayAsk, maySeePeople } from '../../src/kpi/may-ask.ts';
import type { Question } from '../../src/kpi/question.ts';
import { picturedIn } from '../../src/reports/pictured.ts';
import { reportOf } from '../../src/reports/report-of.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { reportList, reportMessage } from '../../src/slack/messages/report.ts';
import { unclearMessage } from '../../src/slack/messages/unclear.ts';
import type { Picture } from '../../src/slack/pictures.ts';
import { reportIn } from './report-words.ts';
import { products, review } from './review.ts';
import { whoseReport } from './whose-report.ts';

type Drawing = (answer: Answer, asked: Asked) => Promise<Picture | null>;

/** `/kpi report` lists the weekly reports, `/kpi report calls [whose] [last week]` shows one, with a picture by `drawing`. */
export async function report(words: string, asked: Asked, drawing: Drawing): Promise<Reply> {
  if (!words) {
    const list = reportList();
    return { message: () => list };
  }
  const [, name = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(words) ?? [];
  if (name.toLowerCase() === 'review') return review(rest, asked, drawing);
  if (name.toLowerCase() === 'products') return products(rest, asked);
  const read = await reportIn(words, asked);
  if (!read.ok) {
    const unclear = unclearMessage(read.unclear, read.before);
    return { message: () => unclear };
  }
  const { workspace, directory, member, now } = asked;
  const { id, week } = read;
  const whose = whoseReport(read.whose, asked);
  const about: Question = { kpis: [], whose, period: { kind: 'between', ...week }, by: [] };
  mayAsk(about, member, directory, localDay(now, workspace.zone).toString());
  const found = await reportOf(asked, { id, week, whose, byPerson: maySeePeople(about, member, directory) });
  return {
    message: (picture) => reportMessage(found, { now, zone: workspace.zone, picture }),
    ...(found.isEmpty ? {} : { picture: () => drawing(picturedIn(found), asked), patient: true }),
  };
}
