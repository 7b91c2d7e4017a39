import type { Surroundings } from './drawing.ts';
import { shorten } from './fit-text.ts';
import { cssFont, font, sizes, type Theme } from './theme.ts';

const longest = 290;
/** Pixels between a name and its row. */
export const gap = 12;

/** The names to the left of rows, shortened if too long, and the width that leaves for the plot. */
export function rowNames(labels: string[], measure: Surroundings['measure']): { names: string[]; plot: number } {
  const widthOf = (text: string) => measure(text, cssFont(sizes.text));
  const names = labels.map((label) => shorten(label, longest, widthOf));
  const widest = Math.max(0, ...names.map(widthOf));
  return { names, plot: sizes.width - 2 * sizes.margin - widest - 2 * gap };
}

/** The axis that shows every name, without lines. */
export function nameAxis(theme: Theme) {
  return {
    grid: { display: false },
    border: { display: false },
    ticks: { autoSkip: false, padding: gap, color: theme.text, font: font(sizes.text) },
  } as const;
}
