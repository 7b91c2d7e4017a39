import type { ChartConfiguration, ChartOptions, ChartType } from 'chart.js';
import type { MatrixDataPoint } from 'chartjs-chart-matrix';
import type { Theme } from './theme.ts';

/** Drawn with bars, lines, cells, or several over each other. */
export type Configuration = ChartConfiguration<
  ChartType,
  (number | [number, number] | MatrixDataPoint | null)[],
  string
>;

export type Options = ChartOptions<ChartType>;

/** What one kind of chart is made of; `bodyHeight` is that of all below the subtitle, in pixels. */
export type Drawing = Pick<Configuration, 'type' | 'data'> & { options: Options; bodyHeight?: number };

/** What a kind of chart needs to know besides its spec. `measure` tells a text's width in pixels in a CSS font. */
export type Surroundings = { theme: Theme; measure: (text: string, font: string) => number };
