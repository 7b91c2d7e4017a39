import type { ChartOptions, LegendItem } from 'chart.js';
import { font, sizes, type Theme } from './theme.ts';

export type Legend = NonNullable<NonNullable<ChartOptions<'bar' | 'line'>['plugins']>['legend']>;

/** A piece of each line before its name, so that nobody has to tell them by their colours. Widths are pixels. */
export function lineLegend(
  lines: { label: string; colour: string; width: number; dash: number[] }[],
  theme: Theme,
): Legend {
  const items = lines.map(({ label, colour, width, dash }) => ({
    text: label,
    pointStyle: 'line' as const,
    strokeStyle: colour,
    lineWidth: width,
    lineDash: dash,
    lineCap: 'round' as const,
  }));
  return legend(items, theme, 53);
}

/** A box of the bars' colour and the upright stroke that marks a target. */
export function barLegend(value: string, target: string, theme: Theme): Legend {
  const box = { text: value, pointStyle: 'rect' as const, fillStyle: theme.actual, lineWidth: 0 };
  const stroke = { text: target, pointStyle: 'line' as const, rotation: 90, strokeStyle: theme.target };
  return legend([box, { ...stroke, lineWidth: sizes.medium }], theme);
}

function legend(items: LegendItem[], theme: Theme, pointStyleWidth?: number): Legend {
  return {
    display: true,
    labels: {
      usePointStyle: true,
      pointStyleWidth,
      boxHeight: sizes.text * 0.8,
      padding: 26,
      font: font(sizes.text),
      generateLabels: () => items.map((item, datasetIndex) => ({ ...item, datasetIndex, fontColor: theme.text })),
    },
  };
}
