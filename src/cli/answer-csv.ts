/** Answers and leaderboards as files for spreadsheets: shares as fractions, durations in seconds, nothing rounded. */
import type { Answer, Figure, Group, KpiValue } from '../kpi/answer.ts';
import type { Leaderboard } from '../kpi/leaderboard/leaderboard.ts';
import { csvOf } from '../language/csv.ts';
import { text } from '../language/text.ts';

type Cell = string | number | null;

/** A line for each number of each group, and first for the whole. */
export const answersCsv = (answers: readonly Answer[]): string =>
  csvOf([text('cli.csv.answers').split(','), ...answers.flatMap(rowsOf)]);

function rowsOf({ question, subject, period, kpis, groups }: Answer): Cell[][] {
  const [first = '', second = ''] = question.by;
  const days = [subject, period.from.toString(), period.to.subtract({ days: 1 }).toString()];
  const lines = (by: readonly [Cell, Cell, Cell, Cell], values: readonly KpiValue[]) =>
    values.map((kpi): Cell[] => [...days, ...by, ...figuresOf(kpi)]);
  const inside = ({ label, kpis: own, groups: within = [] }: Group): Cell[][] => [
    ...lines([first, label, null, null], own),
    ...within.flatMap((each) => lines([first, label, second, each.label], each.kpis)),
  ];
  return [...lines([null, null, null, null], kpis), ...groups.flatMap(inside)];
}

function figuresOf({ id, value, numerator, denominator, previous, target, currency }: KpiValue): Cell[] {
  return [id, ...[value, numerator, denominator, previous, target].map(numberOf), currency ?? null];
}

/** Money comes as a decimal in words, which a spreadsheet shall take for a number. */
const numberOf = (figure: Figure | null): Cell => (figure === null ? null : Number(figure));

/** A line for each person; who is not ranked has no rank. */
export const leaderboardCsv = ({ ranked, withoutGoal, withoutData, tooFew }: Leaderboard): string =>
  csvOf([
    text('cli.csv.leaderboard').split(','),
    ...[...ranked, ...[...withoutGoal, ...withoutData, ...tooFew].map((entry) => ({ ...entry, rank: null }))].map(
      ({ rank, name, kpi, attainment }): Cell[] => [
        ...[rank, name, kpi.id, numberOf(kpi.value), numberOf(kpi.target)],
        ...[attainment !== null && Number.isFinite(attainment) ? attainment : null, kpi.currency ?? null],
      ],
    ),
  ]);
