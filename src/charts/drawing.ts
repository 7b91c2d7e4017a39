import type { ChartConfiguration, ChartOptions } from 'chart.js';
import type { Theme } from './theme.ts';

/** Drawn with bars, lines, or both over each other. */
export type Configuration = ChartConfiguration<'bar' | 'line', (number | null)[], string>;

/** What one kind of chart is made of; `bodyHeight` is that of all below the subtitle, in pixels. */
export type Drawing = Pick<Configuration, 'data'> & { options: ChartOptions<'bar' | 'line'>; bodyHeight?: number };

/** What a kind of chart needs to know besides its spec. `measure` tells a text's width in pixels in a CSS font. */
export type Surroundings = { theme: Theme; measure: (text: string, font: string) => number };
