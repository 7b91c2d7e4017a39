/** With three more answers in the middle it holds for one-sided answers of few as well, as the margin of an NPS does. */
const MORE = 3;

/**
 * How far chance may move a score from 0 to 100 (95 %). Without a spread it is taken to be as large as it can be with such a
 * mean (Bhatia and Davis: (100 − mean) × mean), which calls too little a change rather than too much.
 *
 * @param ofEach how many questions the spread is of, where the score is of one: single answers lie further apart than their
 *   means, by the root of that at most
 */
export function scoreMargin(score: number, people: number, spread: number | null, ofEach = 1): number {
  const middle = (people * score + MORE * 50) / (people + MORE);
  const most = Math.sqrt((middle * (100 - middle)) / (people + MORE));
  return 1.96 * (spread === null ? most : Math.min(most, spread * Math.sqrt(ofEach / people)));
}
