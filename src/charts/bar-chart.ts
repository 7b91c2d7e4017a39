import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './configuration.ts';
import { shorten } from './fit-text.ts';
import { legend } from './legend.ts';
import { noData, numberFormat } from './numbers.ts';
import { type BarsSpec, maxBars } from './spec.ts';
import { cssFont, font, sizes } from './theme.ts';

const row = 58;
const thickness = 36;
const longestName = 290;
const gap = 12;

/** One bar a row with its number at the end; a target is a dark stroke across it. The numbers make an axis needless. */
export function barChart(spec: BarsSpec, { theme, measure }: Surroundings): Drawing {
  const { bars, labels } = spec;
  if (bars.length > maxBars) throw new RangeError(`${bars.length} bars, more than ${maxBars}`);
  const format = numberFormat(spec.unit, spec.locale);
  const written = bars.map(({ value }) => (value === null ? noData : format(value)));
  const widest = Math.max(0, ...written.map((text) => measure(text, cssFont(sizes.text, 'bold'))));
  const names = bars.map(({ label }) => shorten(label, longestName, (text) => measure(text, cssFont(sizes.text))));
  const extent = bars.flatMap(({ value, target }) => [value ?? 0, target ?? 0]);
  const lowest = Math.min(0, ...extent);
  const highest = Math.max(0, ...extent);
  const hasTargets = bars.some(({ target }) => target !== undefined);
  const { margin } = sizes;
  return {
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
          backgroundColor: theme.actual,
          barThickness: thickness,
          borderRadius: 4,
          datalabels: {
            display: true,
            formatter: (_, { dataIndex }) => written[dataIndex],
            anchor: 'end',
            align: ({ dataIndex }) => ((bars[dataIndex]?.value ?? 0) < 0 ? 'left' : 'right'),
            offset: gap,
            color: theme.text,
            font: font(sizes.text, 'bold'),
          },
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { top: margin, bottom: margin, left: margin, right: margin + widest + gap + 8 } },
      scales: {
        x: { display: false, min: lowest, max: highest > lowest ? highest : lowest + 1 },
        y: {
          grid: { display: false },
          border: { display: false },
          ticks: {
            autoSkip: false,
            padding: lowest < 0 ? widest + 2 * gap : gap,
            color: theme.text,
            font: font(sizes.text),
          },
        },
      },
      plugins: hasTargets
        ? {
            legend: legend(
              [
                { text: labels.value, colour: theme.actual, line: 24, dash: [] },
                { text: labels.target, colour: theme.target, line: sizes.medium, dash: [] },
              ],
              theme,
            ),
          }
        : {},
    },
  };
}
