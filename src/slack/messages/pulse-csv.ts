import { csvOf } from '../../language/csv.ts';
import { text } from '../../language/text.ts';
import type { PublishedRow } from '../../surveys/export.ts';
import { surveyName } from './pulse-earlier.ts';

const columns = [
  ...(['survey', 'asked', 'from', 'to', 'group', 'question', 'driver'] as const),
  ...(['answers', 'score', 'participation'] as const),
] as const;

/**
 * The published results of rounds as a spreadsheet file: a line for each group as a whole, and one for each question.
 */
export const publishedCsv = (rows: readonly PublishedRow[]): string =>
  csvOf([
    columns.map((column) => text(`pulse.csv.${column}`)),
    ...rows.map(({ instrument, asked, from, to, group, question, driver, answers, score, participation }) => [
      ...[surveyName(instrument), asked ?? text('pulse.csv.everyone'), from, to, group ?? text('pulse.csv.everyone')],
      ...[question, driver && text(`pulse.driver.${driver}`), answers, rounded(score, 1), rounded(participation, 3)],
    ]),
  ]);

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));
