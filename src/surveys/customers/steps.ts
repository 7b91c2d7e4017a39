/** When a customer's turn comes after a deal was won: at once, after 30 days, then every 90 days. */
import type { Temporal } from 'temporal-polyfill';

const FIRST_REPEAT = 30;
const EVERY = 90;
/** Days during which a missed turn is made up for, as after an outage or a rest. */
const LATEST = 14;
/** Older deals have no more turns. */
const FARTHEST = 3_660;

/** The turn that is due this many days after a deal was won, named by its days: 0, 30, 120, 210 …; null: none. */
export function turnAfter(days: number): number | null {
  if (days < 1) return null;
  const turn = days < FIRST_REPEAT ? 0 : FIRST_REPEAT + EVERY * Math.floor((days - FIRST_REPEAT) / EVERY);
  return days - firstDayOf(turn) < LATEST ? turn : null;
}

/** "At once" means the next morning. */
const firstDayOf = (turn: number) => Math.max(turn, 1);

/**
 * The days (ISO) of won deals that have a turn due today.
 *
 * @param since turns that were due before are left out; null: none are
 */
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
