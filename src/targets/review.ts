/** Whether a goal still fits, judged by how far it was reached. */
import { percentile } from './suggest.ts';

/** So many of the latest periods with a goal are looked at. */
export const REVIEWED_PERIODS = 6;
/** On fewer nothing is proposed: chance looks like a pattern. */
const FEWEST_REVIEWED = 3;
const OVER = 1.1;
const UNDER = 0.7;
/** The goal moves towards what was reached, but not by more than this at once. */
const BIGGEST_STEP = 0.25;

export interface ReviewedPeriod {
  target: number;
  actual: number;
}

export interface Verdict {
  /** `raise` asks for more, `cut` for less, whichever way is good; `few`: too few periods to tell. */
  kind: 'raise' | 'cut' | 'keep' | 'few';
  /** The goal for the next period; of `keep` and `few` the last one. */
  value: number;
  /** Of how many periods, and in how many of them the goal was passed by a tenth, or missed by three tenths. */
  count: number;
  over: number;
  under: number;
}

/**
 * Raises a goal that was passed by 10 % in two thirds of the last six periods or more, up to the 80th percentile of what
 * was reached and by a quarter at most; cuts one that was missed by 30 % as often, likewise; keeps all others. Who reaches
 * more is never proposed less. Where lower is better it is the 20th percentile, and the same the other way round.
 *
 * @param periods the latest last, each with its goal; @param reached what each complete period brought, also without a goal
 */
export function reviewGoal(
  periods: readonly ReviewedPeriod[],
  reached: readonly number[],
  { better, isCounted }: { better: 'up' | 'down'; isCounted: boolean },
): Verdict {
  const looked = periods.slice(-REVIEWED_PERIODS);
  const target = looked.at(-1)?.target ?? 0;
  const shares = looked.map((period) => shareReached(period, better));
  const over = shares.filter((share) => share >= OVER).length;
  const under = shares.filter((share) => share < UNDER).length;
  const told = { count: looked.length, over, under };
  if (looked.length < FEWEST_REVIEWED) return { kind: 'few', value: target, ...told };

  const own = percentile(reached, better === 'up' ? 0.8 : 0.2);
  const isOften = (times: number) => 3 * times >= 2 * looked.length;
  const move = isOften(over) ? 'raise' : isOften(under) ? 'cut' : null;
  if (!move) return { kind: 'keep', value: target, ...told };
  const goesUp = (move === 'raise') === (better === 'up');
  const wanted = goesUp
    ? Math.max(target, Math.min(own, target * (1 + BIGGEST_STEP)))
    : Math.min(target, Math.max(own, target * (1 - BIGGEST_STEP)));
  const value = roundedBack(wanted, target, isCounted);
  return { kind: value === target ? 'keep' : move, value, ...told };
}

/** How far a goal was reached: 1 is just so. */
export function shareReached({ target, actual }: ReviewedPeriod, better: 'up' | 'down'): number {
  if (better === 'up') return actual / target;
  return actual === 0 ? Number.POSITIVE_INFINITY : target / actual;
}

/** In how many of the periods a goal was reached, or passed. */
export const timesReached = (periods: readonly ReviewedPeriod[], better: 'up' | 'down'): number =>
  periods.filter((period) => shareReached(period, better) >= 1).length;

/** Rounded as goals are, but never past what was meant, nor past the goal there is. */
function roundedBack(wanted: number, target: number, isCounted: boolean): number {
  if (wanted === target) return target;
  const round = wanted > target ? Math.floor : Math.ceil;
  const step = isCounted ? Math.max(1, stepOf(wanted)) : stepOf(wanted);
  const value = Number((round(Number((wanted / step).toPrecision(12))) * step).toPrecision(12));
  return wanted > target ? Math.max(target, value) : Math.min(target, Math.max(value, isCounted ? 1 : 0));
}

/** The third digit of a number. */
const stepOf = (value: number) => 10 ** (Math.floor(Math.log10(value)) - 2);
