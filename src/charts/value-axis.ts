import type { ChartUnit } from './spec.ts';
import { font, sizes, type Theme } from './theme.ts';

const mostTicks = 5;
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const roundDurations = [
  1,
  5,
  15,
  30,
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  12 * hour,
  day,
];

/** The axis for numbers: few ticks, at round numbers, and room above for a label. */
export function valueAxis(unit: ChartUnit, highest: number, format: (value: number) => string, theme: Theme) {
  return {
    beginAtZero: true,
    grace: '12%',
    border: { display: false },
    ticks: {
      maxTicksLimit: mostTicks,
      // There is no half deal.
      precision: unit.kind === 'count' ? 0 : undefined,
      stepSize: unit.kind === 'duration' ? durationStep(highest) : undefined,
      padding: 10,
      color: theme.quietText,
      font: font(sizes.text),
      callback: (value: number | string) => format(Number(value)),
    },
  } as const;
}

/** Seconds between ticks: Chart.js counts in tens, but clocks do not. Beyond days its steps are good enough. */
function durationStep(highest: number): number | undefined {
  return roundDurations.find((step) => highest / step <= mostTicks - 1);
}
