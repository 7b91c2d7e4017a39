/** When a customer's turn comes after a deal was won: at once, after 30 days, then every 90 days. */
import type { Temporal } from 'temporal-polyfill';

const FIRST_REPEAT = 30;
const EVERY = 90;
/** Days for which a turn is made up for, as after an outage or the customer's rest. */
const LATEST = 14;
/** Older deals have no more turns. */
const FARTHEST = 3_660;

/** The turn that is up so many days after a deal was won, in the days it is named by: 0, 30, 120, 210 …; null: none is. */
export function turnAfter(days: number): number | null {
  if (days < 1) return null;
  const turn = days < FIRST_REPEAT ? 0 : FIRST_REPEAT + EVERY * Math.floor((days - FIRST_REPEAT) / EVERY);
  return days - firstDayOf(turn) < LATEST ? turn : null;
}

/** At once is the next morning. */
const firstDayOf = (turn: number) => Math.max(turn, 1);

/** On which days (ISO) deals were won whose turn is up today. @param since what came up before is left out; null: nothing is */
export function turnsOn(
  today: Temporal.PlainDate,
  since: Temporal.PlainDate | null,
): { wonOn: string; turn: number }[] {
  const farthestBack = since ? since.until(today).days : Number.POSITIVE_INFINITY;
  return Array.from({ length: FARTHEST }, (_, index) => index + 1).flatMap((days) => {
    const turn = turnAfter(days);
    if (turn === null || days - firstDayOf(turn) > farthestBack) return [];
    return [{ wonOn: today.subtract({ days }).toString(), turn }];
  });
}
