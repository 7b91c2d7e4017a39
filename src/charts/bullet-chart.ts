import type {} from 'chartjs-plugin-datalabels';
import { directed } from './direction.ts';
import type { Drawing, Surroundings } from './drawing.ts';
import { bulletLegend } from './legend.ts';
import { noData, numberFormat } from './numbers.ts';
import { ownAxes, room } from './room.ts';
import { gap, nameAxis, rowNames } from './row-names.ts';
import { type BulletSpec, maxBars } from './spec.ts';
import { cssFont, font, sizes } from './theme.ts';

const row = 84;
const trackThickness = 46;
const thickness = 24;
const legendHeight = 60;
/** In multiples of the target. A longer bar would make all others too short to read; its number shows the rest. */
const farthest = 1.5;

/**
 * One row per number: the share of its target as a bar, over a track that ends at the target's stroke, and a hollow
 * mark where an even pace would be today. Targets are aligned, and numbers are to the right of all marks.
 */
export function bulletChart(spec: BulletSpec, { theme, measure }: Surroundings): Drawing {
  const { rows, labels, locale } = spec;
  if (rows.length > maxBars) throw new RangeError(`${rows.length} rows, more than ${maxBars}`);
  const written = rows.map(({ unit, value, target }) => {
    const format = numberFormat(unit, locale);
    return directed(`${value === null ? noData : format(value)} / ${format(target)}`, locale);
  });
  const widest = Math.max(0, ...written.map((text) => measure(text, cssFont(sizes.text, 'bold'))));
  const { names } = rowNames(
    rows.map(({ label }) => label),
    measure,
  );
  const reached = rows.map((each) => Math.min(farthest, shareOf(each) ?? 0));
  const expected = rows.map(({ expected, target }) => (expected === null || !target ? null : expected / target));
  const highest = Math.max(1, ...reached, ...expected.map((share) => share ?? 0));
  const mark = { type: 'line' as const, ...ownAxes, showLine: false, clip: false as const };
  return {
    type: 'bar',
    bodyHeight: rows.length * row + legendHeight,
    data: {
      labels: names,
      datasets: [
        {
          ...mark,
          data: expected,
          pointStyle: 'rectRot',
          pointRadius: sizes.point + 1,
          pointBorderWidth: sizes.thin,
          borderColor: theme.ideal,
          backgroundColor: theme.background,
          datalabels: { display: false },
        },
        {
          ...mark,
          data: rows.map(() => 1),
          pointStyle: 'line',
          pointRotation: 90,
          pointRadius: trackThickness / 2 + 5,
          pointBorderWidth: sizes.medium,
          borderColor: theme.target,
          datalabels: { display: false },
        },
        {
          type: 'bar',
          data: reached,
          ...ownAxes,
          grouped: false,
          backgroundColor: reached.map((share) => (share ? theme.actual : 'transparent')),
          barThickness: thickness,
          datalabels: { display: false },
        },
        {
          type: 'bar',
          data: rows.map(() => 1),
          ...ownAxes,
          grouped: false,
          backgroundColor: theme.grid,
          barThickness: trackThickness,
          datalabels: { display: false },
        },
        {
          // Invisible, only to place the numbers on the far right.
          ...mark,
          data: rows.map(() => highest),
          pointRadius: 0,
          datalabels: {
            display: true,
            formatter: (_, { dataIndex }) => written[dataIndex],
            align: 'right',
            offset: 2 * gap,
            color: theme.text,
            font: font(sizes.text, 'bold'),
          },
        },
      ],
    },
    options: {
      indexAxis: 'y',
      scales: {
        x: { display: false, min: 0, max: highest },
        y: nameAxis(theme),
        beside: room('right', widest + 4 * gap),
      },
      plugins: {
        legend: bulletLegend(
          labels,
          expected.some((share) => share !== null),
          theme,
        ),
      },
    },
  };
}

/** The share of the target that is reached; null without data, or for a target of 0. */
export function shareOf({ value, target }: BulletSpec['rows'][number]): number | null {
  return value === null || !target ? null : value / target;
}
