import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './drawing.ts';
import { inkOn } from './ink.ts';
import { boxLegend } from './legend.ts';
import { noData, signedScore, wholePercent } from './numbers.ts';
import { ownAxes, room } from './room.ts';
import { gap, nameAxis, rowNames } from './row-names.ts';
import { type LoyaltySpec, maxBars } from './spec.ts';
import { cssFont, font, sizes } from './theme.ts';

const row = 62;
const thickness = 44;
const legendHeight = 60;
const separator = 3;

/**
 * One bar per row, split into detractors, passives and promoters as shares of all answers, with the score at its end.
 */
export function loyaltyChart(spec: LoyaltySpec, { theme, measure }: Surroundings): Drawing {
  const { rows, labels } = spec;
  if (rows.length > maxBars) throw new RangeError(`${rows.length} rows, more than ${maxBars}`);
  const percent = wholePercent(spec.locale);
  const scores = rows.map(({ score }) => scoreText(score, spec.locale));
  const widest = Math.max(0, ...scores.map((score) => measure(score, cssFont(sizes.text, 'bold'))));
  const { names, plot } = rowNames(
    rows.map(({ label }) => label),
    measure,
  );
  const barWidth = plot - widest - 2 * gap;
  const parts = (['detractors', 'passives', 'promoters'] as const).map((part) => ({
    label: labels[part],
    colour: theme[part],
    shares: rows.map((each) => each[part] / (each.detractors + each.passives + each.promoters || 1)),
  }));
  const fits = (share: number) => measure(percent(share), cssFont(sizes.text, 'bold')) + 10 < share * barWidth;
  return {
    type: 'bar',
    bodyHeight: rows.length * row + legendHeight,
    data: {
      labels: names,
      datasets: parts.map(({ label, colour, shares }, index) => ({
        type: 'bar',
        label,
        data: shares,
        ...ownAxes,
        backgroundColor: shares.map((share) => (share ? colour : 'transparent')),
        borderColor: theme.background,
        borderWidth: shares.map((share) => ({ right: share ? separator : 0 })),
        borderSkipped: false,
        barThickness: thickness,
        datalabels: {
          labels: {
            share: {
              display: ({ dataIndex }) => fits(shares[dataIndex] ?? 0),
              formatter: (share: number) => percent(share),
              color: inkOn(colour),
              font: font(sizes.text, 'bold'),
            },
            score: {
              display: index === parts.length - 1,
              formatter: (_, { dataIndex }) => scores[dataIndex],
              anchor: 'end',
              align: 'right',
              offset: gap,
              color: theme.text,
              font: font(sizes.text, 'bold'),
            },
          },
        },
      })),
    },
    options: {
      indexAxis: 'y',
      scales: {
        x: { display: false, stacked: true, min: 0, max: 1 },
        // With room on the other side, Chart.js would give an axis a quarter of the picture and cut longer names off.
        y: {
          ...nameAxis(theme),
          stacked: true,
          afterFit: (scale) => Object.assign(scale, { width: sizes.width - 2 * sizes.margin - plot }),
        },
        beside: room('right', widest + 2 * gap),
      },
      plugins: { legend: boxLegend(parts, theme) },
    },
  };
}

/** With a sign, because a score can be negative. */
export function scoreText(score: number | null, locale: string): string {
  if (score === null) return noData;
  return signedScore(locale)(score);
}
