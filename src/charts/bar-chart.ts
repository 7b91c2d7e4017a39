import type { Scale } from 'chart.js';
import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './drawing.ts';
import { barLegend } from './legend.ts';
import { noData, numberFormat } from './numbers.ts';
import { gap, nameAxis, rowNames } from './row-names.ts';
import { type BarsSpec, maxBars } from './spec.ts';
import { cssFont, font, sizes } from './theme.ts';

const row = 58;
const thickness = 36;

/** One bar a row with its number at the end; a target is a dark stroke across it. The numbers make an axis needless. */
export function barChart(spec: BarsSpec, { theme, measure }: Surroundings): Drawing {
  const { bars, labels } = spec;
  if (bars.length > maxBars) throw new RangeError(`${bars.length} bars, more than ${maxBars}`);
  const format = numberFormat(spec.unit, spec.locale);
  const written = bars.map(({ value }) => (value === null ? noData : format(value)));
  const widest = Math.max(0, ...written.map((text) => measure(text, cssFont(sizes.text, 'bold'))));
  const extent = bars.flatMap(({ value, target }) => [value ?? 0, target ?? 0]);
  const { names, plot } = rowNames(
    bars.map(({ label }) => label),
    measure,
  );
  const reach = axisReach(Math.min(0, ...extent), Math.max(0, ...extent), plot, widest + 2 * gap);
  const hasTargets = bars.some(({ target }) => target !== undefined);
  const isNegative = (index: number) => (bars[index]?.value ?? 0) < 0;
  return {
    type: 'bar',
    bodyHeight: bars.length * row + (hasTargets ? 60 : 0),
    data: {
      labels: names,
      datasets: [
        {
          type: 'line',
          label: labels.target,
          data: bars.map(({ target }) => target ?? null),
          showLine: false,
          clip: false,
          pointStyle: 'line',
          pointRotation: 90,
          pointRadius: thickness / 2 + 6,
          pointBorderWidth: sizes.medium,
          borderColor: theme.target,
          datalabels: { display: false },
        },
        {
          type: 'bar',
          label: labels.value,
          data: bars.map(({ value }) => value ?? 0),
          backgroundColor: bars.map(({ value }) => (value ? theme.actual : 'transparent')),
          barThickness: thickness,
          borderRadius: 4,
          datalabels: {
            display: true,
            formatter: (_, { dataIndex }) => written[dataIndex],
            anchor: ({ dataIndex }) => (isNegative(dataIndex) ? 'start' : 'end'),
            align: ({ dataIndex }) => (isNegative(dataIndex) ? 'left' : 'right'),
            offset: ({ chart, dataIndex }) => offset(bars[dataIndex], chart.scales.x, widest),
            color: theme.text,
            font: font(sizes.text, 'bold'),
          },
        },
      ],
    },
    options: {
      indexAxis: 'y',
      scales: {
        x: { display: false, ...reach },
        y: nameAxis(theme),
      },
      plugins: hasTargets ? { legend: barLegend(labels.value, labels.target, theme) } : {},
    },
  };
}

/**
 * From where to where the axis goes: so far beyond the longest bars that the numbers at their ends have room, in a plot
 * of `plot` pixels. Numbers stand at the left only of negative bars.
 */
function axisReach(lowest: number, highest: number, plot: number, room: number): { min: number; max: number } {
  const bars = plot - (lowest < 0 ? 2 : 1) * room;
  const span = highest - lowest || 1;
  const beyond = (span * room) / bars;
  return { min: lowest < 0 ? lowest - beyond : 0, max: lowest + span + beyond };
}

/** How far behind its bar's end a number stands, in pixels: behind the target's stroke where that would cross it. */
function offset(bar: BarsSpec['bars'][number] | undefined, x: Scale | undefined, widest: number): number {
  if (!x || bar?.target === undefined) return gap;
  const ahead = x.getPixelForValue(bar.target) - x.getPixelForValue(bar.value ?? 0);
  return ahead > -sizes.medium && ahead < widest + 2 * gap ? ahead + gap : gap;
}
