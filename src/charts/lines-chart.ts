import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './drawing.ts';
import { lineLegend } from './legend.ts';
import { numberFormat } from './numbers.ts';
import { ownAxes, room } from './room.ts';
import { type LinesSpec, maxColumns, maxSeries } from './spec.ts';
import { sizes } from './theme.ts';
import { timeAxis } from './time-axis.ts';
import { valueAxis } from './value-axis.ts';

/** One for each series, so that nobody has to tell lines apart by colour. */
const dashes = [[], [18, 12], [0, 13], [26, 12, 0, 12], [8, 8]];
const fewPoints = 20;

/**
 * One line per series over time, with a dot at each value if there are few; an incomplete bucket ends in a hollow one.
 */
export function linesChart(spec: LinesSpec, { theme }: Surroundings): Drawing {
  const { buckets, series } = spec;
  if (buckets.length > maxColumns) throw new RangeError(`${buckets.length} points, more than ${maxColumns}`);
  if (series.length > maxSeries) throw new RangeError(`${series.length} series, more than ${maxSeries}`);
  const format = numberFormat(spec.unit, spec.locale);
  const highest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const lines = series.map(({ label, values }, index) => ({
    label,
    values,
    colour: theme.series[index] ?? theme.text,
    width: sizes.medium,
    dash: dashes[index] ?? [],
  }));
  /** A value between two gaps has no line, so it always gets a dot. */
  const isDotted = (values: (number | null)[], index: number) =>
    buckets.length <= fewPoints || ((values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null);
  return {
    type: 'line',
    bodyHeight: sizes.bodyHeight + 40 * Math.ceil(series.length / 3),
    data: {
      labels: buckets.map(({ label }) => label),
      datasets: lines.map(({ label, values, colour, width, dash }) => ({
        type: 'line' as const,
        label,
        data: values,
        ...ownAxes,
        borderColor: colour,
        borderWidth: width,
        borderDash: dash,
        borderCapStyle: 'round' as const,
        borderJoinStyle: 'round' as const,
        clip: false as const,
        pointBackgroundColor: buckets.map(({ partial }) => (partial ? theme.background : colour)),
        pointBorderWidth: sizes.thin,
        pointRadius: values.map((_, index) => (isDotted(values, index) ? sizes.point - 1 : 0)),
        datalabels: { display: false },
      })),
    },
    options: {
      scales: {
        above: room('top', 14),
        beside: room('right', 30),
        x: timeAxis(theme),
        y: {
          ...valueAxis(spec.unit, highest, format, theme),
          grid: { lineWidth: 2, color: ({ tick }) => (tick.value === 0 ? theme.quietText : theme.grid) },
        },
      },
      plugins: { legend: lineLegend(lines, theme) },
    },
  };
}
