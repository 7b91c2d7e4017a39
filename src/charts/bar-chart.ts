import type { Scale } from 'chart.js';
import type {} from 'chartjs-plugin-datalabels';
import { axisReach } from './axis-reach.ts';
import type { Drawing, Surroundings } from './drawing.ts';
import { inkOn } from './ink.ts';
import { barLegend } from './legend.ts';
import { noData, numberFormat } from './numbers.ts';
import { gap, nameAxis, rowNames } from './row-names.ts';
import { type BarsSpec, maxBars } from './spec.ts';
import { cssFont, font, sizes } from './theme.ts';

const row = 58;
const thickness = 36;

/** One bar per row with its number at the end, and a dark stroke for the target. With the numbers no axis is needed. */
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
            align: ({ chart, dataIndex }) => {
              const isInside = placeOf(bars[dataIndex], chart.scales.x, widest).inside;
              return isInside || isNegative(dataIndex) ? 'left' : 'right';
            },
            offset: ({ chart, dataIndex }) => placeOf(bars[dataIndex], chart.scales.x, widest).offset,
            color: ({ chart, dataIndex }) =>
              placeOf(bars[dataIndex], chart.scales.x, widest).inside ? inkOn(theme.actual) : theme.text,
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
 * Where to put a number: after its bar's end, `offset` pixels away. If the target's stroke would cross it there, inside
 * the bar; if the bar is too short, after the stroke.
 */
function placeOf(
  bar: BarsSpec['bars'][number] | undefined,
  x: Scale | undefined,
  widest: number,
): { inside: boolean; offset: number } {
  if (!x || bar?.target === undefined) return { inside: false, offset: gap };
  const end = x.getPixelForValue(bar.value ?? 0);
  const ahead = x.getPixelForValue(bar.target) - end;
  if (ahead <= -sizes.medium || ahead >= widest + 2 * gap) return { inside: false, offset: gap };
  // A stroke at the bar's very end would cross a number inside it, too.
  const length = end - x.getPixelForValue(0);
  return ahead > sizes.medium && length > widest + 2 * gap
    ? { inside: true, offset: gap }
    : { inside: false, offset: ahead + gap };
}
