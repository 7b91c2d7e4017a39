import type { LegendItem } from 'chart.js';
import type { Options } from './drawing.ts';
import { font, sizes, type Theme } from './theme.ts';

export type Legend = NonNullable<NonNullable<Options['plugins']>['legend']>;

/** A piece of each line before its name, so that nobody has to tell lines apart by colour. Widths are pixels. */
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

/** A box in the bars' colour, and the upright stroke that marks a target. */
export function barLegend(value: string, target: string, theme: Theme): Legend {
  return legend(barItems(value, target, theme), theme);
}

const barItem = (text: string, theme: Theme) => ({
  text,
  pointStyle: 'rect' as const,
  fillStyle: theme.actual,
  lineWidth: 0,
});

const barItems = (value: string, target: string, theme: Theme): LegendItem[] => {
  const stroke = { text: target, pointStyle: 'line' as const, rotation: 90, strokeStyle: theme.target };
  return [barItem(value, theme), { ...stroke, lineWidth: sizes.medium }];
};

/** The same, with the mark for the expected value by now. */
export function bulletLegend(
  { value, target, expected }: { value: string; target: string; expected: string },
  isPaced: boolean,
  theme: Theme,
): Legend {
  const mark = { text: expected, pointStyle: 'rectRot' as const, strokeStyle: theme.ideal };
  return legend(
    [
      ...barItems(value, target, theme),
      ...(isPaced ? [{ ...mark, fillStyle: theme.background, lineWidth: sizes.thin }] : []),
    ],
    theme,
  );
}

/** A box in the columns' colour, and a piece of the line across them. */
export function comparedLegend(value: string, before: string, theme: Theme): Legend {
  const line = { text: before, pointStyle: 'line' as const, strokeStyle: theme.projected, lineWidth: sizes.medium };
  return legend([barItem(value, theme), line], theme, 40);
}

/** A box in each part's colour. */
export function boxLegend(parts: { label: string; colour: string; outline?: string }[], theme: Theme): Legend {
  const items = parts.map(({ label, colour, outline }) => ({
    text: label,
    pointStyle: 'rect' as const,
    fillStyle: colour,
    strokeStyle: outline,
    lineWidth: outline ? sizes.thin : 0,
  }));
  return legend(items, theme);
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
