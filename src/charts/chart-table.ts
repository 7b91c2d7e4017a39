import { text } from '../language/text.ts';
import { shareOf } from './bullet-chart.ts';
import { conversion } from './funnel-chart.ts';
import { cellsOf } from './heat-cells.ts';
import type { ChartSpec, ChartUnit, ColumnsSpec, Series } from './spec.ts';
import { totalOf } from './stacked-chart.ts';

/**
 * A chart's numbers: columns of names (without a unit) and of figures, in the column's unit or, if that is `own`, the
 * row's; null is "no data".
 */
export type ChartTable = {
  columns: { name: string; unit: ChartUnit | 'own' | null }[];
  rows: (string | number | null)[][];
  units?: ChartUnit[];
};

const percent: ChartUnit = { kind: 'percent' };
const count: ChartUnit = { kind: 'count' };
const names = (name: string) => ({ name, unit: null });

/** Everything a chart shows, as a table. */
export function tableOf(spec: ChartSpec): ChartTable {
  switch (spec.kind) {
    case 'pace': {
      const { labels, unit } = spec;
      const shown = (['actual', 'ideal', 'projected', 'target'] as const).filter((line) => spec[line] !== null);
      return {
        columns: [names(text('chart.column.day')), ...shown.map((line) => ({ name: labels[line], unit }))],
        rows: spec.days.map((day, index) => [
          day,
          ...shown.map((line) => (line === 'target' ? spec.target : (spec[line]?.[index] ?? null))),
        ]),
      };
    }
    case 'bars': {
      const { bars, labels, unit } = spec;
      const hasTargets = bars.some(({ target }) => target !== undefined);
      return {
        columns: [
          names(text('chart.column.group')),
          { name: labels.value, unit },
          ...(hasTargets ? [{ name: labels.target, unit }] : []),
        ],
        rows: bars.map(({ label, value, target }) => [label, value, ...(hasTargets ? [target ?? null] : [])]),
      };
    }
    case 'columns':
      return spec.before ? compared(spec, spec.before) : single('chart.column.period', spec.unit, spec.columns);
    case 'sparkline':
      return single('chart.column.period', spec.unit, spec.points);
    case 'heat': {
      const { labels, unit } = spec;
      const counted = labels.count === null ? [] : [{ name: labels.count, unit: count }];
      return {
        columns: [names(labels.row), names(labels.column), { name: labels.value, unit }, ...counted],
        rows: cellsOf(spec).cells.map(({ row, column, value, count }) => [
          ...[row, column, value],
          ...(counted.length ? [count] : []),
        ]),
      };
    }
    case 'stacked':
      return several('chart.column.period', spec, spec.buckets.map(soFar), true);
    case 'lines':
      return several('chart.column.period', spec, spec.buckets.map(soFar), false);
    case 'parts':
      return several('chart.column.group', spec, spec.rows, true);
    case 'grouped':
      return several('chart.column.group', spec, spec.rows, false);
    case 'bullet': {
      const { rows, labels } = spec;
      const isPaced = rows.some(({ expected }) => expected !== null);
      return {
        columns: [
          names(text('chart.column.kpi')),
          { name: labels.value, unit: 'own' },
          { name: labels.target, unit: 'own' },
          ...(isPaced ? [{ name: labels.expected, unit: 'own' as const }] : []),
          { name: labels.share, unit: percent },
        ],
        rows: rows.map((row) => [
          ...[row.label, row.value, row.target],
          ...(isPaced ? [row.expected] : []),
          shareOf(row),
        ]),
        units: rows.map(({ unit }) => unit),
      };
    }
    case 'funnel':
      return {
        columns: [
          names(text('chart.column.step')),
          { name: text('chart.column.value'), unit: spec.unit },
          { name: text('chart.column.conversion'), unit: percent },
        ],
        rows: spec.steps.map(({ label, value }, index) => [label, value, conversion(spec.steps, index)]),
      };
    case 'loyalty': {
      const { rows, labels } = spec;
      const parts = ['detractors', 'passives', 'promoters'] as const;
      return {
        columns: [
          names(text('chart.column.group')),
          ...parts.map((part) => ({ name: labels[part], unit: count })),
          { name: labels.score, unit: { kind: 'score' } },
        ],
        rows: rows.map((row) => [row.label, ...parts.map((part) => row[part]), row.score]),
      };
    }
  }
}

/** A row per bucket or group and a column per series, with a total if that makes sense. */
function several(
  name: 'chart.column.period' | 'chart.column.group',
  { series, unit }: { series: Series[]; unit: ChartUnit },
  rows: string[],
  addsUp: boolean,
): ChartTable {
  const total = addsUp ? [{ name: text('chart.column.total'), unit }] : [];
  return {
    columns: [names(text(name)), ...series.map(({ label }) => ({ name: label, unit })), ...total],
    rows: rows.map((row, index) => [
      row,
      ...series.map(({ values }) => values[index] ?? null),
      ...(addsUp ? [totalOf({ series }, index)] : []),
    ]),
  };
}

function compared({ columns, unit }: ColumnsSpec, before: NonNullable<ColumnsSpec['before']>): ChartTable {
  const figures = [
    { name: before.now, unit },
    { name: before.label, unit },
  ];
  return {
    columns: [names(text('chart.column.period')), ...figures],
    rows: columns.map((column, index) => [soFar(column), column.value, before.values[index] ?? null]),
  };
}

type Point = { label: string; value: number | null; partial?: boolean };

const single = (name: 'chart.column.period', unit: ChartUnit, points: Point[]): ChartTable => ({
  columns: [names(text(name)), { name: text('chart.column.value'), unit }],
  rows: points.map((point) => [soFar(point), point.value]),
});

/** Marks a bucket that is not complete yet. */
function soFar({ label, partial }: { label: string; partial?: boolean }): string {
  return partial ? text('chart.words.so_far', { label }) : label;
}
