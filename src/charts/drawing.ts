import type { ChartConfiguration, ChartOptions, ChartType } from 'chart.js';
import type { MatrixDataPoint } from 'chartjs-chart-matrix';
import type { Theme } from './theme.ts';

/** Made of bars, lines or cells, or several of these combined. */
export type Configuration = ChartConfiguration<
  ChartType,
  (number | [number, number] | MatrixDataPoint | null)[],
  string
>;

export type Options = ChartOptions<ChartType>;

/** The parts of one kind of chart; `bodyHeight` is the height of everything below the subtitle, in pixels. */
export type Drawing = Pick<Configuration, 'type' | 'data'> & { options: Options; bodyHeight?: number };

/** What a chart needs besides its spec. `measure` returns a text's width in pixels in a CSS font. */
export type Surroundings = { theme: Theme; measure: (text: string, font: string) => number };
