import type { ChartOptions } from 'chart.js';
import { font, sizes, type Theme } from './theme.ts';

/** A series' name behind a piece of its line, so that nobody has to tell it by its colour. `line` is the width in pixels. */
export type LegendEntry = { text: string; colour: string; line: number; dash: number[]; rotation?: number };

export function legend(
  entries: LegendEntry[],
  theme: Theme,
): NonNullable<NonNullable<ChartOptions<'bar' | 'line'>['plugins']>['legend']> {
  return {
    display: true,
    align: 'start',
    labels: {
      usePointStyle: true,
      pointStyleWidth: 52,
      boxHeight: sizes.text,
      padding: 14,
      font: font(sizes.text),
      generateLabels: () =>
        entries.map(({ text, colour, line, dash }, datasetIndex) => ({
          text,
          datasetIndex,
          pointStyle: 'line',
          strokeStyle: colour,
          lineWidth: line,
          lineDash: dash,
          lineCap: 'round',
          fontColor: theme.text,
        })),
    },
  };
}
