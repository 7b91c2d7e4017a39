import type { Answer, KpiValue } from '../kpi/answer.ts';
import { findKpi } from '../kpi/catalogue/index.ts';
import { kpiTitle, titlesIn } from '../kpi/labels.ts';
import { recordsBeginNotes } from '../kpi/records-begin.ts';
import { spanLabel } from '../language/dates.ts';
import { figureText, valueText } from '../language/figures.ts';
import { text } from '../language/text.ts';
import { comparedText, inPlaceText } from '../slack/messages/answer.ts';
import { isSaidTwice } from '../slack/messages/answer-groups.ts';
import { changeText } from '../slack/messages/change.ts';
import { leftOutLines } from '../slack/messages/left-out.ts';
import { whyNoData } from '../slack/messages/no-data.ts';
import { someShortText, someText, statusText } from '../slack/messages/pace.ts';
import { withParts } from '../slack/messages/parts.ts';

/** An answer as a readable table for a terminal, ending with a line break. */
export function answerTable(answer: Answer): string {
  const { areAttainments, titleOf } = titlesIn(answer.kpis);
  const about = areAttainments ? [kpiTitle('target_attainment')] : [];
  const head = [answer.subject, spanLabel(answer.period, answer.calendar), ...about].join(' · ');
  if (answer.nothingRecorded) return `${head}\n${text('answer.nothing', { subject: answer.subject })}\n`;
  const isBroken = answer.groups.length > 0 && !isSaidTwice(answer);
  const rows = isBroken ? groupRows(answer) : answer.kpis.map((kpi) => kpiRow(kpi, titleOf(kpi.id)));
  const isCompared = answer.kpis.some(({ previous, recordsBegin }) => previous !== null && !recordsBegin);
  const notes = [
    ...inPlaceText(answer),
    ...whyNoData(answer),
    ...leftOutLines(answer.kpis),
    ...(isCompared ? [comparedText(answer)] : []),
    ...recordsBeginNotes(answer),
  ];
  return `${[head, '', ...aligned(rows), ...(notes.length ? ['', ...notes] : [])].join('\n')}\n`;
}

const kpiRow = (kpi: KpiValue, title: string) => [
  title,
  valueText(kpi),
  changeText(kpi, findKpi(kpi.id)?.better ?? 'neither'),
  kpi.target === null ? someText(kpi) : text('cli.of_target', { target: figureText(kpi.target, kpi) }),
  statusText(kpi),
];

function groupRows({ subject, kpis, groups, moreGroups }: Answer): string[][] {
  const figures = (values: readonly KpiValue[]) =>
    values.flatMap((kpi) => [
      withParts([valueText(kpi), someShortText(kpi)].filter(Boolean).join(' '), kpi),
      changeText(kpi, 'neither'),
    ]);
  return [
    ['', ...kpis.flatMap(({ id }) => [titlesIn(kpis).titleOf(id), ''])],
    ...groups.flatMap((group) => [
      [group.label, ...figures(group.kpis)],
      ...(group.groups ?? []).map((within) => [`  ${within.label}`, ...figures(within.kpis)]),
    ]),
    ...(moreGroups ? [[text('answer.more', { count: moreGroups })]] : []),
    [subject, ...figures(kpis)],
  ];
}

/** The first column to the left, numbers to the right; columns that are empty throughout are left out. */
function aligned(rows: string[][]): string[] {
  const columns = (rows[0] ?? [])
    .map((_, index) => rows.map((row) => row[index] ?? ''))
    .filter((cells) => cells.some(Boolean));
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => cell.length)));
  return rows.map((_, row) =>
    columns
      .map((cells, index) =>
        index === 0 ? (cells[row] ?? '').padEnd(widths[index] ?? 0) : (cells[row] ?? '').padStart(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
