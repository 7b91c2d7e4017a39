import { font, sizes, type Theme } from './theme.ts';

/** The labels below columns and points over time, as many as there is room for. */
export function timeAxis(theme: Theme) {
  return {
    grid: { display: false },
    border: { display: false },
    ticks: { autoSkip: true, autoSkipPadding: 16, maxRotation: 0, color: theme.quietText, font: font(sizes.text) },
  } as const;
}
