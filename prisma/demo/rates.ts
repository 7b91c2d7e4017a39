import { company } from './cast.ts';
import type { Timeline } from './timeline.ts';

/** What a euro was worth in dollars, Monday by Monday. Nobody has entered a rate for the yen. */
export function rateRows({ days, today }: Timeline) {
  return days.flatMap(({ on, weekday }, index) => {
    if (weekday !== 1 || index > today) return [];
    // The dates decide, not the place in the timeline: a past rate never changes.
    const week = Number(on.slice(2, 4)) * 52 + Number(on.slice(5, 7)) * 4 + Number(on.slice(8)) / 7;
    const rate = 1.09 + 0.03 * Math.sin(week / 9) + 0.008 * Math.sin(week * 1.7);
    return [{ base: company.currency, currency: 'EUR', day: on, rate: Number(rate.toFixed(4)) }];
  });
}
