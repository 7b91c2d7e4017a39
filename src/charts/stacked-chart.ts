import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './drawing.ts';
import { between, inkOn } from './ink.ts';
import { boxLegend } from './legend.ts';
import { noData, numberFormat } from './numbers.ts';
import { ownAxes, room } from './room.ts';
import { maxColumns, maxSeries, type StackedSpec } from './spec.ts';
import { cssFont, font, sizes } from './theme.ts';
import { timeAxis } from './time-axis.ts';
import { valueAxis } from './value-axis.ts';

const plotHeight = 330;
const separator = 3;
const widest = 110;
const filled = 0.86;

/**
 * Columns made of parts, with totals above and each part's number inside if there is room; otherwise an axis shows
 * them.
 */
export function stackedChart(spec: StackedSpec, { theme, measure }: Surroundings): Drawing {
  const { buckets, series } = spec;
  if (buckets.length > maxColumns) throw new RangeError(`${buckets.length} columns, more than ${maxColumns}`);
  if (series.length > maxSeries) throw new RangeError(`${series.length} series, more than ${maxSeries}`);
  const format = numberFormat(spec.unit, spec.locale);
  const totals = buckets.map((_, index) => totalOf(spec, index));
  const written = totals.map((total) => (total === null ? noData : format(total)));
  const step = (sizes.width - 2 * sizes.margin) / buckets.length;
  const numbersFit = written.every((text) => measure(text, cssFont(sizes.text, 'bold')) + 8 < step);
  const highest = Math.max(0, ...totals.map((total) => total ?? 0));
  const axis = valueAxis(spec.unit, highest, format, theme);
  const fits = (value: number) =>
    (value / highest) * plotHeight > sizes.text * 1.5 &&
    measure(format(value), cssFont(sizes.text, 'bold')) + 8 < Math.min(widest, 0.9 * filled * step);
  const parts = series.map(({ label, values }, index) => ({
    label,
    values,
    colour: theme.series[index] ?? theme.text,
  }));
  return {
    type: 'bar',
    bodyHeight: sizes.bodyHeight + 40 * Math.ceil(series.length / 3),
    data: {
      labels: buckets.map(({ label }) => label),
      datasets: [
        ...parts.map(({ label, values, colour }) => ({
          type: 'bar' as const,
          label,
          data: values.map((value) => value ?? 0),
          ...ownAxes,
          // The incomplete column is paler, as it says less.
          backgroundColor: buckets.map(({ partial }) => (partial ? between(theme.background, colour, 0.45) : colour)),
          borderColor: theme.background,
          borderWidth: { top: separator },
          borderSkipped: false as const,
          maxBarThickness: widest,
          categoryPercentage: filled,
          datalabels: {
            display: ({ dataIndex }: { dataIndex: number }) => numbersFit && fits(values[dataIndex] ?? 0),
            formatter: (value: number) => format(value),
            color: ({ dataIndex }: { dataIndex: number }) => (buckets[dataIndex]?.partial ? theme.text : inkOn(colour)),
            font: font(sizes.text, 'bold'),
          },
        })),
        {
          // Invisible, only to place the totals: a line on top of the columns.
          type: 'line',
          data: totals.map((total) => total ?? 0),
          ...ownAxes,
          stack: 'totals',
          showLine: false,
          pointRadius: 0,
          datalabels: {
            display: ({ dataIndex }) => numbersFit || totals[dataIndex] === null,
            formatter: (_, { dataIndex }) => written[dataIndex],
            align: 'top',
            anchor: 'end',
            color: theme.text,
            font: font(sizes.text, 'bold'),
          },
        },
      ],
    },
    options: {
      scales: {
        above: room('top', 14),
        x: { ...timeAxis(theme), stacked: true },
        y: {
          ...axis,
          stacked: true,
          ticks: { ...axis.ticks, display: !numbersFit },
          grid: {
            lineWidth: 2,
            color: ({ tick }) => (tick.value === 0 ? theme.quietText : numbersFit ? 'transparent' : theme.grid),
          },
        },
      },
      plugins: { legend: boxLegend(parts, theme) },
    },
  };
}

/** The sum of a column's parts; null if none of them has data. */
export function totalOf({ series }: Pick<StackedSpec, 'series'>, bucket: number): number | null {
  const values = series.flatMap(({ values }) => values[bucket] ?? []);
  return values.length ? values.reduce((sum, value) => sum + value, 0) : null;
}
