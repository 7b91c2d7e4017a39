import type {} from 'chartjs-plugin-datalabels';
import { axisReach } from './axis-reach.ts';
import type { Drawing, Surroundings } from './drawing.ts';
import { boxLegend } from './legend.ts';
import { noData, numberFormat } from './numbers.ts';
import { gap, nameAxis, rowNames } from './row-names.ts';
import { type GroupedSpec, maxGrouped, maxSeries } from './spec.ts';
import { cssFont, font, sizes } from './theme.ts';

const bar = 32;
const between = 24;
const legendLine = 46;

/** For each row a bar per series, one below the other, each with its number at the end. */
export function groupedChart(spec: GroupedSpec, { theme, measure }: Surroundings): Drawing {
  const { rows, series } = spec;
  if (series.length > maxSeries) throw new RangeError(`${series.length} series, more than ${maxSeries}`);
  if (rows.length * series.length > maxGrouped) throw new RangeError(`more than ${maxGrouped} bars`);
  const format = numberFormat(spec.unit, spec.locale);
  const written = series.map(({ values }) => values.map((value) => (value === null ? noData : format(value))));
  const widest = Math.max(0, ...written.flat().map((text) => measure(text, cssFont(sizes.text, 'bold'))));
  const extent = series.flatMap(({ values }) => values.map((value) => value ?? 0));
  const { names, plot } = rowNames(rows, measure);
  const reach = axisReach(Math.min(0, ...extent), Math.max(0, ...extent), plot, widest + 2 * gap);
  const groups = series.map(({ label, values }, index) => ({
    label,
    values,
    colour: theme.series[index] ?? theme.text,
    texts: written[index] ?? [],
  }));
  return {
    type: 'bar',
    bodyHeight: rows.length * (series.length * bar + between) + legendLine * Math.ceil(series.length / 3) + 16,
    data: {
      labels: names,
      datasets: groups.map(({ label, values, colour, texts }) => {
        const isNegative = (index: number) => (values[index] ?? 0) < 0;
        return {
          type: 'bar',
          label,
          data: values.map((value) => value ?? 0),
          backgroundColor: values.map((value) => (value ? colour : 'transparent')),
          barPercentage: 0.84,
          borderRadius: 3,
          categoryPercentage: (series.length * bar) / (series.length * bar + between),
          datalabels: {
            display: true,
            formatter: (_, { dataIndex }) => texts[dataIndex],
            anchor: ({ dataIndex }) => (isNegative(dataIndex) ? 'start' : 'end'),
            align: ({ dataIndex }) => (isNegative(dataIndex) ? 'left' : 'right'),
            offset: gap,
            color: theme.text,
            font: font(sizes.text, 'bold'),
          },
        };
      }),
    },
    options: {
      indexAxis: 'y',
      scales: { x: { display: false, ...reach }, y: nameAxis(theme) },
      plugins: { legend: boxLegend(groups, theme) },
    },
  };
}
