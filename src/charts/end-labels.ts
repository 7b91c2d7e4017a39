import type { PaceSpec } from './spec.ts';
import { sizes } from './theme.ts';

/** A line of a pace chart. `width` in pixels; `dash` in the canvas's format. */
export type Line = { label: string; data: (number | null)[]; colour: string; width: number; dash: number[] };

/** `dot`: marks the place with a point; `inside`: the label is within the plot; `align`: in degrees. */
export type EndLabel = { line: Line; day: number; value: number; dot: boolean; inside: boolean; align: number };

/** Degrees clockwise from "to the right". */
const to = { right: 0, rightBelow: 40, leftAbove: -140, above: -90, rightAbove: -40 };

/**
 * The numbers at the lines' ends: what was reached, where it is heading, the target. On the right edge they move apart
 * if too close; the ideal line ends at the target and needs none.
 */
export function endLabels(spec: PaceSpec, lines: Line[]): EndLabel[] {
  const lastDay = spec.days.length - 1;
  const ends = lines
    .filter((line) => line.data !== spec.ideal)
    .flatMap((line) => {
      const day = line.data.findLastIndex((value) => value !== null);
      const value = line.data[day];
      return value == null ? [] : [{ line, day, value, dot: line.width > sizes.thin }];
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

/** A rising line leaves room above it on the left and below it on the right; the ideal line takes one of the two. */
function besideLine({ ideal, days }: PaceSpec, day: number, value: number, highest: number): number {
  const elapsed = day / days.length;
  const behind = value < (ideal?.[day] ?? 0);
  if (behind && elapsed < 0.7 && value > 0.15 * highest) return to.rightBelow;
  return elapsed < 0.2 ? to.above : to.leftAbove;
}
