/** Whether a target will be met, judged by the working days that are left. */
import { Temporal } from 'temporal-polyfill';
import { daysAtWorkIn, isAtWork, type WorkingCalendar } from '../calendar/working-days.ts';

/** `early`: too little time has passed to judge. The others compare with what was expected by now. */
export type PaceStatus = 'ahead' | 'on_pace' | 'behind' | 'early';

export interface Pace {
  target: number;
  actual: number;
  /** What an even pace would have brought by now; null for a period of one working day. */
  expected: number | null;
  /** What the pace so far brings by the end; null before one working day has passed, and for a period of only one. */
  projected: number | null;
  /** What is still missing; 0 when the target is met. */
  toGo: number;
  /** null: no judgement, as in a period of one working day. */
  status: PaceStatus | null;
}

export interface PaceInput {
  actual: number;
  target: number;
  /** Working days in the period, without one's own days off: W. */
  workingDays: number;
  /** Working days gone by, with the share of today: w. */
  elapsed: number;
  /** Whether the period is over; then all of its working days have elapsed. */
  finished: boolean;
  /** Of what only whole ones are counted, such as calls, nobody is behind who lacks less than one of what is expected by now. */
  wholes?: boolean;
}

const AHEAD_PERCENT = 105;
const BEHIND_PERCENT = 95;
const EARLY_SHARE = 0.2;

/**
 * expected = target × w / W; projected = actual × W / w from w ≥ 1 on. In the first fifth of the period nobody is behind,
 * and of money nobody for what today may still bring: who closes a deal a day earns nothing until it is closed.
 * Null without a working day. For KPIs that add up and of which more is better; of others there is no pace.
 *
 * @example paceOf({ actual: 40, target: 100, workingDays: 20, elapsed: 10, finished: false }) // expected 50, behind
 */
export function paceOf({ actual, target, workingDays, elapsed, finished, wholes = false }: PaceInput): Pace | null {
  if (workingDays <= 0) return null;
  const toGo = Math.max(0, target - actual);
  if (workingDays === 1) {
    return { target, actual, expected: null, projected: null, toGo, status: null };
  }
  const gone = finished ? workingDays : Math.min(Math.max(elapsed, 0), workingDays);
  const expected = (target * gone) / workingDays;
  const projected = gone >= 1 ? (actual * workingDays) / gone : null;
  return { target, actual, expected, projected, toGo, status: statusOf() };

  function statusOf(): PaceStatus {
    if (gone / workingDays <= EARLY_SHARE) return 'early';
    // Both sides times 100 × W: whole numbers stay whole, so that exactly 105 % is not lost to rounding.
    const reached = 100 * actual * workingDays;
    if (reached >= AHEAD_PERCENT * target * gone) return 'ahead';
    const lacks = (target * gone) / workingDays - actual;
    if (wholes && !finished && lacks < 1) return 'on_pace';
    const due = wholes ? gone : Math.floor(gone);
    return reached < BEHIND_PERCENT * target * due ? 'behind' : 'on_pace';
  }
}

/**
 * The ideal line of a goal chart: what an even pace has brought by the end of each day from `from` up to, and without,
 * `to`. Flat where nobody works and on one's days off, and the target at the end; empty when the period has no working day.
 */
export function idealByDay(
  target: number,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  cal: WorkingCalendar,
): number[] {
  const workingDays = daysAtWorkIn(from, to, cal);
  if (workingDays === 0) return [];
  const line: number[] = [];
  let gone = 0;
  for (let day = from; Temporal.PlainDate.compare(day, to) < 0; day = day.add({ days: 1 })) {
    if (isAtWork(day, cal)) gone++;
    line.push((target * gone) / workingDays);
  }
  return line;
}
