import type { Loyalty } from '../kpi/nps.ts';
import { text } from '../language/text.ts';
import { LOCALE } from './from-answer.ts';
import { type ChartSpec, type LoyaltySpec, maxBars, type ThemeName } from './spec.ts';

/** What a round of a survey has published of everybody. */
interface Published {
  /** A short name of when it was: Mar 2026. */
  when: string;
  answers: number;
  invited: number;
  /** null: too few answered. */
  score: number | null;
  /** Who would recommend and who warn; null: it was not asked. */
  loyalty: Loyalty | null;
  questions: readonly { driver: string | null; text: string; score: number }[];
}

export interface SurveyCourse {
  instrument: 'pulse' | 'enps';
  when: string;
  /** The first of them first, and at the end the one it is about. */
  rounds: readonly Published[];
  theme: ThemeName;
}

/** Fewer rounds than that have no course. */
const FEWEST_ROUNDS = 3;

/**
 * Of an eNPS who would recommend and who warn, a row a round; of a pulse its course, or where there is none yet what it is made
 * of, from the strongest down, in whole numbers as beside it in words. Null: nothing was published.
 */
export function surveyChart({ instrument, when, rounds, theme }: SurveyCourse): ChartSpec | null {
  const now = rounds.at(-1);
  if (!now || now.score === null) return null;
  const title = text(`pulse.chart.title.${instrument}`);
  const look = { title, locale: LOCALE, theme };
  const whole = text('pulse.chart.whole', { answers: now.answers, invited: now.invited, when });
  if (instrument === 'enps') return { kind: 'loyalty', ...look, subtitle: whole, ...loyaltyOf(rounds) };
  const unit = { kind: 'score' } as const;
  const course = rounds.filter(({ score }) => score !== null).slice(-maxBars);
  if (course.length >= FEWEST_ROUNDS)
    return {
      ...{ kind: 'columns', ...look, unit, subtitle: text('pulse.chart.course') },
      columns: course.map(({ when: label, score }) => ({ label, value: score && Math.round(score) })),
    };
  const ranked = [...now.questions].sort((one, other) => other.score - one.score);
  return {
    ...{ kind: 'bars', ...look, unit, subtitle: text('pulse.chart.drivers', { when }) },
    bars: ranked.map(({ driver, text: question, score }) => ({ label: driver ?? question, value: Math.round(score) })),
    labels: { value: text('pulse.chart.value.pulse'), target: '' },
  };
}

function loyaltyOf(rounds: readonly Published[]): Pick<LoyaltySpec, 'rows' | 'labels'> {
  return {
    rows: rounds
      .flatMap(({ when, score, loyalty }) => (loyalty ? [{ label: when, score, ...loyalty }] : []))
      .slice(-maxBars),
    labels: {
      detractors: text('chart.loyalty.detractors'),
      passives: text('chart.loyalty.passives'),
      promoters: text('chart.loyalty.promoters'),
      score: text('pulse.chart.value.enps'),
    },
  };
}
