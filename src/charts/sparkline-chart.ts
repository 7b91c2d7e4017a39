import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './drawing.ts';
import { noData, numberFormat } from './numbers.ts';
import { ownAxes, room } from './room.ts';
import type { SparklineSpec } from './spec.ts';
import { cssFont, font, sizes } from './theme.ts';

const padding = 26;
const gap = 8;

/** A line with a dot at its end and the number reached beside it. */
export function sparklineChart(spec: SparklineSpec, { theme, measure }: Surroundings): Drawing {
  const { points } = spec;
  if (points.length < 2) throw new RangeError('a single point has no course');
  const last = points.findLastIndex(({ value }) => value !== null);
  const value = points[last]?.value ?? null;
  const written = value === null ? noData : numberFormat(spec.unit, spec.locale)(value);
  return {
    type: 'line',
    data: {
      labels: points.map(({ label }) => label),
      datasets: [
        {
          type: 'line',
          data: points.map((point) => point.value),
          ...ownAxes,
          borderColor: theme.actual,
          borderWidth: sizes.medium,
          borderCapStyle: 'round',
          borderJoinStyle: 'round',
          clip: false,
          backgroundColor: theme.actual,
          pointRadius: points.map((_, index) => (index === last ? sizes.point : 0)),
          datalabels: {
            display: ({ dataIndex }) => dataIndex === last,
            formatter: () => written,
            align: 'right',
            offset: sizes.point + gap,
            color: theme.text,
            font: font(sizes.title, 'bold'),
          },
        },
      ],
    },
    options: {
      layout: { padding },
      scales: {
        x: { display: false },
        y: { display: false, grace: '5%' },
        beside: room('right', measure(written, cssFont(sizes.title, 'bold')) + sizes.point + 2 * gap),
      },
    },
  };
}
