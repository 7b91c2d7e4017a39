import { localDay } from '../../src/calendar/local-day.ts';
import type { Answer } from '../../src/kpi/answer.ts';
import { evaluate, knownKpi } from '../../src/kpi/evaluate.ts';
import { recordsBehind } from '../../src/kpi/explain.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import { makingsOf } from '../../src/kpi/makings.ts';
import { ownersSeen } from '../../src/kpi/may-ask.ts';
import { mayBeTold } from '../../src/kpi/may-be-told.ts';
import type { Question } from '../../src/kpi/question.ts';
import { type RecordsView, recordsViewOf } from '../../src/kpi/question-schema.ts';
import { text } from '../../src/language/text.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { explanationMessage, sideName, whichMessage } from '../../src/slack/messages/explanation.ts';
import { cutText, type Listed, MOST_IN_A_FILE, recordsCsv, recordsMessage } from '../../src/slack/messages/records.ts';
import { unclearMessage } from '../../src/slack/messages/unclear.ts';
import { understand } from '../understand.ts';
import { ofTheTeam } from './of-the-team.ts';

/** `/kpi explain win rate this quarter`; with `records` at the end it lists the records behind the number. */
export async function explain(words: string, asked: Asked): Promise<Reply> {
  const { about, wantsRecords } = explainWords(words);
  const parsed = await understand(about, asked);
  if (!parsed.ok) {
    const message = unclearMessage(parsed, 'explain ');
    return { message: () => message };
  }
  const question = ofTheTeam(parsed.question, asked);
  const [kpi, ...others] = question.kpis;
  return wantsRecords && kpi && others.length === 0
    ? listRecords({ question, kpi, part: firstSide(kpi), page: 0 }, asked)
    : explainNumber(question, asked);
}

/** The numerator, unless only the denominator is made of records, as in a price index. */
const firstSide = (id: string): RecordsView['part'] => {
  const { numerator, denominator } = makingsOf(knownKpi(id), knownKpi);
  return numerator === null && denominator !== null ? 'denominator' : 'numerator';
};

/** Splits off a final "records", which asks for the records behind the number. */
export function explainWords(words: string): { about: string; wantsRecords: boolean } {
  const about = words.replace(/\s*\brecords\s*$/i, '');
  return { about: about.trim(), wantsRecords: about !== words };
}

/** Explains the question's only number, or `kpi` if given; if there are several, it asks which. */
export async function explainNumber(question: Question, asked: Asked, kpi?: string): Promise<Reply> {
  const answer = await allowed(kpi ? { ...question, kpis: [kpi] } : question, asked);
  const isOne = answer.kpis.length === 1;
  const message = isOne ? explanationMessage(answer, question, momentOf(asked)) : whichMessage(answer);
  return { message: () => message };
}

/** A page of the records behind a number. */
export async function listRecords(view: RecordsView, asked: Asked): Promise<Reply> {
  const message = recordsMessage(await listed(view, asked), momentOf(asked));
  return { message: () => message };
}

/** Shows the page again and sends the whole list as a file to the person's messages with the bot. */
export async function sendCsv(value: string, asked: Asked): Promise<Reply> {
  const view = recordsViewOf(value);
  const shown = await listed(view, asked);
  const name = sideName(view.kpi, view.part);
  const title = text('records.csv_title', { title: kpiTitle(view.kpi), name });
  const cut = cutText(shown.records?.shown ?? 0);
  return {
    patient: true,
    file: async () => {
      const all = await recordsOf({ ...view, page: 0 }, asked, MOST_IN_A_FILE);
      if (!all) throw new Error('there are no records to send');
      const file = {
        name: `${view.kpi}-${view.part}.csv`,
        type: 'text/csv' as const,
        title: `${title} ${cut}`.trimEnd(),
      };
      return { ...file, content: new TextEncoder().encode(`\uFEFF${recordsCsv([{ name, records: all.records }])}`) };
    },
    message: (file) => recordsMessage({ ...shown, cut }, momentOf(asked), file),
  };
}

async function listed(view: RecordsView, asked: Asked): Promise<Listed> {
  const answer = await allowed({ ...view.question, kpis: [view.kpi], by: [], top: undefined }, asked);
  return { answer, view, records: await recordsOf(view, asked) };
}

/** Lists only the records of people the asker may see; the others are just counted. */
function recordsOf({ question, kpi, part, page }: RecordsView, asked: Asked, pageSize?: number) {
  const visible = ownersSeen(question, asked.member, asked.directory, today(asked));
  return recordsBehind(
    asked,
    { ...question, kpis: [kpi], by: [] },
    { kpi, part, page, visible, ...(pageSize ? { pageSize } : {}) },
  );
}

/**
 * Checked again at every press of a button, as rights may change. @throws Problem if the person may not see the number
 */
async function allowed(question: Question, asked: Asked): Promise<Answer> {
  await mayBeTold(question, asked.member, asked);
  return evaluate(asked, question);
}

const today = ({ now, workspace }: Asked) => localDay(now, workspace.zone).toString();
const momentOf = ({ now, workspace }: Asked) => ({ now, zone: workspace.zone });
