import { text } from '../language/text.ts';
import { conversion } from './funnel-chart.ts';
import { cellsOf } from './heat-cells.ts';
import type { ChartSpec, ChartUnit } from './spec.ts';
import { totalOf } from './stacked-chart.ts';

/** The numbers of a chart: columns of names (without a unit) and of figures; null is "no data". */
export type ChartTable = { columns: { name: string; unit: ChartUnit | null }[]; rows: (string | number | null)[][] };

const percent: ChartUnit = { kind: 'percent' };
const count: ChartUnit = { kind: 'count' };
const names = (name: string) => ({ name, unit: null });

/** All that a chart shows, as a table. */
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
      return single('chart.column.period', spec.unit, spec.columns);
    case 'sparkline':
      return single('chart.column.period', spec.unit, spec.points);
    case 'heat': {
      const { labels, unit } = spec;
      const figures = [
        { name: labels.value, unit },
        { name: labels.count, unit: count },
      ];
      return {
        columns: [names(labels.row), names(labels.column), ...figures],
        rows: cellsOf(spec).cells.map(({ row, column, value, count }) => [row, column, value, count]),
      };
    }
    case 'stacked': {
      const { buckets, series, unit } = spec;
      return {
        columns: [
          names(text('chart.column.period')),
          ...series.map(({ label }) => ({ name: label, unit })),
          { name: text('chart.column.total'), unit },
        ],
        rows: buckets.map((bucket, index) => [
          soFar(bucket),
          ...series.map(({ values }) => values[index] ?? null),
          totalOf(spec, index),
        ]),
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

type Point = { label: string; value: number | null; partial?: boolean };

const single = (name: 'chart.column.period', unit: ChartUnit, points: Point[]): ChartTable => ({
  columns: [names(text(name)), { name: text('chart.column.value'), unit }],
  rows: points.map((point) => [soFar(point), point.value]),
});

/** What is still running is called so. */
function soFar({ label, partial }: { label: string; partial?: boolean }): string {
  return partial ? text('chart.words.so_far', { label }) : label;
}
