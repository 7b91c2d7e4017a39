/** What a goal could be, judged by what was reached before. */

/** So many complete periods are looked at. */
export const PERIODS_LOOKED_AT = 12;
/** With fewer, a percentile says nothing. */
export const FEWEST_PERIODS = 4;

export interface Suggestion {
  value: number;
  /** The periods it is drawn from, at most 12. */
  from: readonly number[];
  /** What the season of the period asked for adds or takes: 1.2 is a fifth more than a usual one. Null: not known. */
  season: number | null;
}

/**
 * The 80th percentile of the last 12 complete periods; the 20th where lower is better. With two whole years of them,
 * each is first freed of its season and the result given that of the period asked for. Null: not enough history.
 *
 * @param history what each complete period brought, the latest last, without gaps in time
 * @param ahead how many periods after the last of them the goal is for, from 1 on
 * @param inYear how many of the periods make a year: 12 months, 4 quarters; null where they have no seasons
 */
export function suggestGoal(
  history: readonly number[],
  { ahead, inYear, better }: { ahead: number; inYear: number | null; better: 'up' | 'down' },
): Suggestion | null {
  const from = history.slice(-PERIODS_LOOKED_AT);
  if (from.length < FEWEST_PERIODS) return null;
  const share = better === 'up' ? 0.8 : 0.2;
  const seasons = inYear && seasonsOf(history, inYear);
  if (!inYear || !seasons) return { value: percentile(from, share), from, season: null };
  const seasonOf = (place: number) => seasons[((place % inYear) + inYear) % inYear] ?? 1;
  const freed = from.map((value, index) => value / seasonOf(history.length - from.length + index));
  const season = seasonOf(history.length - 1 + ahead);
  return { value: percentile(freed, share) * season, from, season };
}

/**
 * The percentile between ranked values: of n values at the place (n − 1) × share, in a straight line between two.
 *
 * @example percentile([10, 20, 30, 40, 50, 60], 0.8) // 50
 */
export function percentile(values: readonly number[], share: number): number {
  const ranked = [...values].sort((one, other) => one - other);
  const place = (ranked.length - 1) * share;
  const below = ranked[Math.floor(place)] ?? Number.NaN;
  const above = ranked[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Each place in the year against that year's mean, averaged over the whole years there are, counted back from the end;
 * by the place in `history` modulo a year. Null with fewer than two years, or where a season brought nothing at all.
 */
function seasonsOf(history: readonly number[], inYear: number): number[] | null {
  const years = Math.floor(history.length / inYear);
  if (years < 2) return null;
  const first = history.length - years * inYear;
  const against = Array.from({ length: inYear }, () => 0);
  for (let year = 0; year < years; year++) {
    const values = history.slice(first + year * inYear, first + (year + 1) * inYear);
    const mean = values.reduce((sum, value) => sum + value, 0) / inYear;
    if (mean <= 0) return null;
    for (const [index, value] of values.entries()) {
      const place = (first + index) % inYear;
      against[place] = (against[place] ?? 0) + value / mean / years;
    }
  }
  return against.every((season) => season > 0) ? against : null;
}

/** To three digits, and to whole things where things are counted: nobody agrees on 41,373.28. */
export function roundGoal(value: number, isCounted: boolean): number {
  const short = Number(value.toPrecision(3));
  return isCounted ? Math.max(1, Math.round(short)) : short;
}
