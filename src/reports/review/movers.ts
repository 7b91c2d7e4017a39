import type { Answer } from '../../kpi/answer.ts';
import { movement } from './series.ts';

/** A product whose revenue moved in one direction three months in a row. */
export interface Mover {
  label: string;
  direction: 'rising' | 'falling';
  /** Revenue of the four months, latest last. */
  months: readonly number[];
}

/** The products that rise or fall, from an answer by product and month, those with most revenue first. */
export function moversIn({ groups }: Pick<Answer, 'groups'>, months: readonly string[]): Mover[] {
  const movers = groups.flatMap(({ key, label, groups: parts = [] }): Mover[] => {
    // A month without a sale is not in the answer and counts as 0.
    const values = months.map((month) => Number(parts.find((part) => part.key === month)?.kpis[0]?.value ?? 0));
    const direction = key === null ? null : movement(values);
    return direction ? [{ label, direction, months: values }] : [];
  });
  const most = ({ months: values }: Mover) => Math.max(...values);
  return movers.sort((one, other) => most(other) - most(one));
}
