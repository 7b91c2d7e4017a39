import { monthNumber } from './posts.ts';
import type { Timeline } from './timeline.ts';

export interface Month {
  /** Months since the year 0. */
  number: number;
  /** Its first day, as an index of the timeline. */
  from: number;
  /** ISO, half-open. */
  startsOn: string;
  endsOn: string;
  workingDays: number;
}

/** The months of the records, up to today's. */
export function monthsOf({ days, first, today }: Timeline): Month[] {
  const last = monthNumber(days[today]);
  const months = new Map<number, Month>();
  for (const [index, day] of days.entries()) {
    const number = monthNumber(day);
    const before = months.get(number - 1);
    if (before && day.on.endsWith('-01')) before.endsOn = day.on;
    if (index < first || number > last) continue;
    const month = months.get(number) ?? { number, from: index, startsOn: day.on, endsOn: day.on, workingDays: 0 };
    months.set(number, { ...month, workingDays: month.workingDays + (day.isWorking ? 1 : 0) });
  }
  return [...months.values()];
}
