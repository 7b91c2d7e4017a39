import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './drawing.ts';
import { inkOn } from './ink.ts';
import { boxLegend } from './legend.ts';
import { noData, numberFormat } from './numbers.ts';
import { ownAxes, room } from './room.ts';
import { gap, nameAxis, rowNames } from './row-names.ts';
import { maxBars, maxSeries, type PartsSpec } from './spec.ts';
import { totalOf } from './stacked-chart.ts';
import { cssFont, font, sizes } from './theme.ts';

const row = 62;
const thickness = 44;
const legendLine = 46;
const separator = 3;

/** One bar per row made of its parts, each with its number if there is room, and the row's total at the end. */
export function partsChart(spec: PartsSpec, { theme, measure }: Surroundings): Drawing {
  const { rows, series } = spec;
  if (rows.length > maxBars) throw new RangeError(`${rows.length} rows, more than ${maxBars}`);
  if (series.length > maxSeries) throw new RangeError(`${series.length} series, more than ${maxSeries}`);
  const format = numberFormat(spec.unit, spec.locale);
  const widthOf = (text: string) => measure(text, cssFont(sizes.text, 'bold'));
  const totals = rows.map((_, index) => totalOf(spec, index));
  const written = totals.map((total) => (total === null ? noData : format(total)));
  const widest = Math.max(0, ...written.map(widthOf));
  const highest = Math.max(0, ...totals.map((total) => total ?? 0)) || 1;
  const { names, plot } = rowNames(rows, measure);
  const bars = plot - widest - 2 * gap;
  const fits = (value: number) => widthOf(format(value)) + 10 < (value / highest) * bars;
  const parts = series.map(({ label, values }, index) => ({
    label,
    values: values.map((value) => value ?? 0),
    colour: theme.series[index] ?? theme.text,
  }));
  return {
    type: 'bar',
    bodyHeight: rows.length * row + legendLine * Math.ceil(series.length / 3) + 16,
    data: {
      labels: names,
      datasets: [
        ...parts.map(({ label, values, colour }) => ({
          type: 'bar' as const,
          label,
          data: values,
          ...ownAxes,
          backgroundColor: values.map((value) => (value ? colour : 'transparent')),
          borderColor: theme.background,
          borderWidth: values.map((value) => ({ right: value ? separator : 0 })),
          borderSkipped: false as const,
          barThickness: thickness,
          datalabels: {
            display: ({ dataIndex }: { dataIndex: number }) => fits(values[dataIndex] ?? 0),
            formatter: (value: number) => format(value),
            color: inkOn(colour),
            font: font(sizes.text, 'bold'),
          },
        })),
        {
          // Invisible, only to place the totals: a bar without length at the others' end.
          type: 'bar',
          data: rows.map(() => 0),
          ...ownAxes,
          barThickness: thickness,
          datalabels: {
            display: true,
            formatter: (_, { dataIndex }) => written[dataIndex],
            anchor: 'end',
            align: 'right',
            offset: gap,
            color: theme.text,
            font: font(sizes.text, 'bold'),
          },
        },
      ],
    },
    options: {
      indexAxis: 'y',
      scales: {
        x: { display: false, stacked: true, min: 0, max: highest },
        y: { ...nameAxis(theme), stacked: true },
        beside: room('right', widest + 2 * gap),
      },
      plugins: { legend: boxLegend(parts, theme) },
    },
  };
}
