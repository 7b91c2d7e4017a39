import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './drawing.ts';
import { comparedLegend } from './legend.ts';
import { noData, numberFormat } from './numbers.ts';
import { ownAxes, room } from './room.ts';
import { type ColumnsSpec, maxColumns } from './spec.ts';
import { cssFont, font, sizes, type Theme } from './theme.ts';
import { timeAxis } from './time-axis.ts';
import { valueAxis } from './value-axis.ts';

/**
 * Columns over time. If every number fits above its column they are shown there, otherwise on an axis on the left, also
 * if the line of an earlier time would run through them.
 */
export function columnChart(spec: ColumnsSpec, { theme, measure }: Surroundings): Drawing {
  const { columns, before } = spec;
  if (columns.length > maxColumns) throw new RangeError(`${columns.length} columns, more than ${maxColumns}`);
  const format = numberFormat(spec.unit, spec.locale);
  const written = columns.map(({ value }) => (value === null ? noData : format(value)));
  const step = (sizes.width - 2 * sizes.margin) / columns.length;
  const numbersFit = !before && written.every((text) => measure(text, cssFont(sizes.text, 'bold')) + 8 < step);
  const isNegative = (index: number) => (columns[index]?.value ?? 0) < 0;
  const values = [...columns.map(({ value }) => value), ...(before?.values ?? [])];
  const axis = valueAxis(spec.unit, Math.max(0, ...values.map((value) => value ?? 0)), format, theme);
  return {
    type: 'bar',
    data: {
      labels: columns.map(({ label }) => label),
      datasets: [
        ...(before ? [lineOf(before.values, theme)] : []),
        {
          type: 'bar',
          data: columns.map(({ value }) => value ?? 0),
          ...ownAxes,
          // The incomplete column is hollow, as it says less.
          backgroundColor: columns.map(({ partial }) => (partial ? theme.actualFaint : theme.actual)),
          borderColor: theme.actual,
          borderWidth: columns.map(({ partial }) => (partial ? 4 : 0)),
          borderRadius: 4,
          maxBarThickness: 110,
          categoryPercentage: 0.86,
          datalabels: {
            display: ({ dataIndex }) => numbersFit || columns[dataIndex]?.value === null,
            formatter: (_, { dataIndex }) => written[dataIndex],
            anchor: ({ dataIndex }) => (isNegative(dataIndex) ? 'start' : 'end'),
            align: ({ dataIndex }) => (isNegative(dataIndex) ? 'bottom' : 'top'),
            color: theme.text,
            font: font(sizes.text, 'bold'),
          },
        },
      ],
    },
    options: {
      scales: {
        above: room('top', 14),
        x: timeAxis(theme),
        y: {
          ...axis,
          ticks: { ...axis.ticks, display: !numbersFit },
          grid: {
            lineWidth: 2,
            color: ({ tick }) => (tick.value === 0 ? theme.quietText : numbersFit ? 'transparent' : theme.grid),
          },
        },
      },
      plugins: before ? { legend: comparedLegend(before.now, before.label, theme) } : {},
    },
  };
}

/** Drawn over the columns, with a dot above each. */
function lineOf(values: (number | null)[], theme: Theme) {
  return {
    type: 'line' as const,
    data: values,
    ...ownAxes,
    borderColor: theme.projected,
    borderWidth: sizes.medium,
    borderJoinStyle: 'round' as const,
    pointBackgroundColor: theme.background,
    pointBorderWidth: sizes.thin,
    pointRadius: sizes.point - 1,
    clip: false as const,
    datalabels: { display: false },
  };
}
