import type { Options } from './drawing.ts';

type Scale = NonNullable<NonNullable<Options['scales']>[string]>;

/**
 * Empty room between the plot and what is around it, `pixels` wide or high. Chart.js pads only the whole picture, which
 * would also narrow the legend, so the room is an axis that shows nothing.
 */
export function room(position: 'top' | 'right', pixels: number): Scale {
  return {
    type: 'linear',
    axis: position === 'top' ? 'x' : 'y',
    position,
    grid: { display: false },
    border: { display: false },
    ticks: { display: false },
    afterFit(scale) {
      if (position === 'top') scale.height = pixels;
      else scale.width = pixels;
    },
  };
}

/** A dataset's axes in charts with such room; otherwise Chart.js takes the first ones it finds. */
export const ownAxes = { xAxisID: 'x', yAxisID: 'y' } as const;
