/** The two questions for customers, and what their numbers mean. */
import { answerScales, type Instrument } from '../../records/answer-scales.ts';

export type { Instrument };

/** Reads a stored value. Throws for others, which no version of this code could have written. */
export function instrumentOf(stored: string): Instrument {
  if (stored === 'nps' || stored === 'csat') return stored;
  throw new Error(`customers are not asked ${stored}`);
}

/** The numbers to choose from, worst to best. */
export function scoresOf(instrument: Instrument): number[] {
  const { least, most } = answerScales[instrument];
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}

/** Whether a number can be an answer. */
export const isOnScale = (score: number, { instrument }: { instrument: string }): boolean =>
  scoresOf(instrumentOf(instrument)).includes(score);

/** What an answer's number is out of. */
export const mostOf = ({ instrument }: { instrument: string }): number => answerScales[instrumentOf(instrument)].most;

/** Numbers up to these open a case: detractors, and people who are not satisfied. */
export const unhappyUpTo = { nps: 6, csat: 2 } as const satisfies Record<Instrument, number>;

interface Scored {
  instrument: string;
  score: number;
}

export const isUnhappy = ({ instrument, score }: Scored): boolean => score <= unhappyUpTo[instrumentOf(instrument)];

/** 9 or 10 of 10. People who are satisfied were not asked whether they would recommend us. */
export const isPromoter = ({ instrument, score }: Scored): boolean => instrument === 'nps' && score >= 9;
