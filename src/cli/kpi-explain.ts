import type { Answer, KpiValue } from '../kpi/answer.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import { type Records, recordsBehind } from '../kpi/explain.ts';
import { explanationOf } from '../kpi/explanation.ts';
import type { Question } from '../kpi/question.ts';
import { sideName } from '../slack/messages/explanation.ts';
import { freshText } from '../slack/messages/fresh.ts';
import { cutText, MOST_IN_A_FILE, recordLines, recordsCsv, summaryLines } from '../slack/messages/records.ts';

export interface ExplainOptions {
  /** List the records behind the number as well. */
  records: boolean;
  /** Nothing but the records, as CSV. */
  csv: boolean;
}

/** What `/kpi explain` tells, for each number of a question, ending with a line break; nothing is hidden at the command line. */
export async function explainAtTerminal(asking: Asking, question: Question, options: ExplainOptions): Promise<string> {
  const answer = await evaluate(asking, question);
  const told: string[] = [];
  for (const kpi of answer.kpis) {
    const sides = options.records || options.csv ? await sidesOf(asking, question, kpi) : [];
    told.push(
      options.csv
        ? recordsCsv(sides.map(({ name, records: { records } }) => ({ name, records })))
        : [...explanationLines(answer, kpi, asking), ...sides.flatMap((side) => sideLines(side, answer, kpi)), ''].join(
            '\n',
          ),
    );
  }
  return told.join(options.csv ? '' : '\n');
}

function explanationLines(answer: Answer, kpi: KpiValue, { now, workspace: { zone } }: Asking): string[] {
  const { head, about, meaning, formula, numbers, groups, ...rest } = explanationOf(answer, kpi, { now, zone });
  const circumstances = [rest.period, rest.compared, ...rest.leftOut, rest.goal].filter(Boolean);
  return [
    head,
    about,
    '',
    meaning,
    formula,
    ...numbers,
    ...groups,
    '',
    ...circumstances,
    freshText(answer, { now, zone }),
  ];
}

interface Side {
  name: string;
  part: 'numerator' | 'denominator' | 'leftOut';
  records: Records;
}

async function sidesOf(asking: Asking, question: Question, kpi: KpiValue): Promise<Side[]> {
  const sides: Side[] = [];
  for (const part of ['numerator', 'denominator', 'leftOut'] as const) {
    const asked = { kpi: kpi.id, part, pageSize: MOST_IN_A_FILE };
    const records = await recordsBehind(asking, { ...question, by: [] }, asked);
    if (records) sides.push({ name: sideName(kpi.id, part), part, records });
  }
  return sides;
}

function sideLines({ name, part, records }: Side, answer: Answer, kpi: KpiValue): string[] {
  const cut = cutText(records.shown);
  return [
    '',
    `${name}: ${summaryLines(records, kpi, part).join(' ')}`,
    ...recordLines({ view: { part }, records, answer }, kpi),
    ...(cut ? [cut] : []),
  ];
}
