import type { ChartDataset } from 'chart.js';
import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './drawing.ts';
import { type EndLabel, endLabels, type Line } from './end-labels.ts';
import { lineLegend } from './legend.ts';
import { numberFormat } from './numbers.ts';
import { ownAxes, room } from './room.ts';
import type { PaceSpec } from './spec.ts';
import { cssFont, font, sizes, type Theme } from './theme.ts';
import { valueAxis } from './value-axis.ts';

/**
 * The running total as a thick line, the ideal course dashed, the forecast dotted, and the target as a thin straight
 * line.
 */
export function paceChart(spec: PaceSpec, { theme, measure }: Surroundings): Drawing {
  if (spec.days.length < 2) throw new RangeError('a single day has no pace');
  const format = numberFormat(spec.unit, spec.locale);
  const lines = linesOf(spec, theme);
  const ends = endLabels(spec, lines);
  const widest = Math.max(0, ...ends.map(({ value }) => measure(format(value), cssFont(sizes.text, 'bold'))));
  const highest = Math.max(0, ...lines.flatMap((line) => line.data.map((value) => value ?? 0)));
  return {
    type: 'line',
    data: {
      labels: spec.days,
      datasets: lines.map((line) =>
        dataset(
          line,
          ends.find((end) => end.line === line),
          format,
          theme,
        ),
      ),
    },
    options: {
      scales: {
        above: room('top', 20),
        beside: room('right', widest + sizes.point + 8),
        x: {
          grid: { display: false },
          border: { color: theme.quietText },
          ticks: { autoSkip: true, maxTicksLimit: 6, maxRotation: 0, color: theme.quietText, font: font(sizes.text) },
        },
        y: { ...valueAxis(spec.unit, highest, format, theme), grid: { color: theme.grid, lineWidth: 2 } },
      },
      plugins: {
        legend: { ...lineLegend(lines, theme), display: lines.length > 1 },
      },
    },
  };
}

/** In the legend's order; the first is drawn on top. */
function linesOf({ days, actual, projected, ideal, target, labels }: PaceSpec, theme: Theme): Line[] {
  const lines: Line[] = [{ label: labels.actual, data: actual, colour: theme.actual, width: sizes.thick, dash: [] }];
  if (projected) {
    lines.push({
      label: labels.projected,
      data: projected,
      colour: theme.projected,
      width: sizes.thick,
      dash: [0, 13],
    });
  }
  if (ideal) {
    lines.push({ label: labels.ideal, data: ideal, colour: theme.ideal, width: sizes.medium, dash: [18, 12] });
  }
  if (target !== null) {
    lines.push({
      label: labels.target,
      data: days.map(() => target),
      colour: theme.target,
      width: sizes.thin,
      dash: [],
    });
  }
  return lines;
}

function dataset(
  line: Line,
  end: EndLabel | undefined,
  format: (value: number) => string,
  theme: Theme,
): ChartDataset<'line', (number | null)[]> {
  const isActual = line.colour === theme.actual;
  return {
    label: line.label,
    data: line.data,
    ...ownAxes,
    borderColor: line.colour,
    borderWidth: line.width,
    borderDash: line.dash,
    borderCapStyle: 'round',
    borderJoinStyle: 'round',
    clip: false,
    // Filled points are facts, hollow ones forecasts.
    backgroundColor: isActual ? line.colour : theme.background,
    pointBorderWidth: line.width / 2,
    pointRadius: line.data.map((_, day) => (end?.dot && day === end.day ? sizes.point : 0)),
    datalabels: end
      ? {
          display: ({ dataIndex }) => dataIndex === end.day,
          formatter: () => format(end.value),
          align: end.align,
          anchor: 'center',
          offset: sizes.point + 4,
          color: isActual ? theme.actual : theme.text,
          font: font(sizes.text, 'bold'),
          padding: 2,
          backgroundColor: end.inside ? theme.background : undefined,
        }
      : { display: false },
  };
}
