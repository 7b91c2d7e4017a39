import type {} from 'chartjs-plugin-datalabels';
import type { Drawing, Surroundings } from './configuration.ts';
import { lineLegend } from './legend.ts';
import { numberFormat } from './numbers.ts';
import { ownAxes, room } from './room.ts';
import type { PaceSpec } from './spec.ts';
import { cssFont, font, sizes } from './theme.ts';

type Line = { label: string; data: (number | null)[]; colour: string; width: number; dash: number[] };

/** A running total as a thick line; how it should run dashed; where it is heading dotted; the target thin, straight across. */
export function paceChart(spec: PaceSpec, { theme, measure }: Surroundings): Drawing {
  const format = numberFormat(spec.unit, spec.locale);
  const { labels, days, target } = spec;
  const actual = { label: labels.actual, data: spec.actual, colour: theme.actual, width: sizes.thick, dash: [] };
  const lines: Line[] = [actual];
  if (spec.projected) {
    lines.push({
      label: labels.projected,
      data: spec.projected,
      colour: theme.projected,
      width: sizes.thick,
      dash: [0, 13],
    });
  }
  if (spec.ideal) {
    lines.push({ label: labels.ideal, data: spec.ideal, colour: theme.ideal, width: sizes.medium, dash: [18, 12] });
  }
  if (target !== null) {
    const data = days.map(() => target);
    lines.push({ label: labels.target, data, colour: theme.target, width: sizes.thin, dash: [] });
  }

  const ends = endLabels(spec, lines);
  const widest = Math.max(0, ...ends.map(({ value }) => measure(format(value), cssFont(sizes.text, 'bold'))));
  return {
    data: {
      labels: days,
      datasets: lines.map((line) => {
        const end = ends.find((each) => each.line === line);
        return {
          label: line.label,
          data: line.data,
          ...ownAxes,
          borderColor: line.colour,
          borderWidth: line.width,
          borderDash: line.dash,
          borderCapStyle: 'round' as const,
          borderJoinStyle: 'round' as const,
          clip: false as const,
          backgroundColor: line === actual ? line.colour : theme.background,
          pointBorderWidth: line.width / 2,
          pointRadius: line.data.map((_, day) => (end?.dot && day === end.day ? sizes.point : 0)),
          datalabels: end
            ? {
                display: ({ dataIndex }: { dataIndex: number }) => dataIndex === end.day,
                formatter: () => format(end.value),
                align: end.align,
                anchor: 'center' as const,
                offset: sizes.point + 4,
                color: line === actual ? theme.actual : theme.text,
                font: font(sizes.text, 'bold'),
                padding: 2,
                backgroundColor: end.inside ? theme.background : undefined,
              }
            : { display: false },
        };
      }),
    },
    options: {
      scales: {
        above: room('top', 20),
        beside: room('right', widest + sizes.point + 8),
        x: {
          grid: { display: false },
          border: { color: theme.quietText },
          ticks: { autoSkip: true, maxTicksLimit: 6, maxRotation: 0, color: theme.quietText, font: font(sizes.text) },
        },
        y: {
          beginAtZero: true,
          grace: '12%',
          grid: { color: theme.grid, lineWidth: 2 },
          border: { display: false },
          ticks: {
            maxTicksLimit: 5,
            padding: 10,
            color: theme.quietText,
            font: font(sizes.text),
            callback: (value) => format(Number(value)),
          },
        },
      },
      plugins: {
        legend: { ...lineLegend(lines, theme), display: lines.length > 1 },
      },
    },
  };
}

type EndLabel = { line: Line; day: number; value: number; dot: boolean; inside: boolean; align: number };

/** Degrees clockwise from "to the right". */
const to = { right: 0, rightBelow: 40, leftAbove: -140, above: -90, rightAbove: -40 };

/**
 * The number at a line's end: what has been reached, where it is heading, the target. Those at the right edge step
 * aside for each other when they are too close; the ideal line ends on the target and needs none.
 */
function endLabels(spec: PaceSpec, lines: Line[]): EndLabel[] {
  const lastDay = spec.days.length - 1;
  const ends = lines
    .filter((line) => line.data !== spec.ideal)
    .flatMap((line) => {
      const day = line.data.findLastIndex((value) => value !== null);
      const value = line.data[day];
      return value == null ? [] : [{ line, day, value, dot: line.data !== spec.ideal && line.width > sizes.thin }];
    });
  const highest = Math.max(1e-9, ...lines.flatMap((line) => line.data.map((value) => value ?? 0)));
  return ends.map((end) => {
    if (end.day < lastDay) return { ...end, inside: true, align: besideLine(spec, end.day, end.value, highest) };
    const neighbour = ends.find((other) => other !== end && other.day === lastDay);
    const gap = neighbour ? end.value - neighbour.value : highest;
    if (Math.abs(gap) > 0.1 * highest) return { ...end, inside: false, align: to.right };
    const upper = gap > 0 || (gap === 0 && end.dot);
    return { ...end, inside: false, align: upper ? to.rightAbove : to.rightBelow };
  });
}

/** A rising line leaves room above it at the left and below it at the right; the ideal line takes one of the two. */
function besideLine({ ideal, days }: PaceSpec, day: number, value: number, highest: number): number {
  const elapsed = day / days.length;
  const behind = value < (ideal?.[day] ?? 0);
  if (behind && elapsed < 0.7 && value > 0.15 * highest) return to.rightBelow;
  return elapsed < 0.2 ? to.above : to.leftAbove;
}
