import type { Loyalty } from '../kpi/nps.ts';
import { text } from '../language/text.ts';
import { LOCALE } from './from-answer.ts';
import { type ChartSpec, type LoyaltySpec, maxBars, type ThemeName } from './spec.ts';

/** The overall results of a survey round. */
interface Published {
  /** A short name of when it was: Mar 2026. */
  when: string;
  answers: number;
  invited: number;
  /** null: too few answered. */
  score: number | null;
  /** Promoters and detractors; null: not asked. */
  loyalty: Loyalty | null;
  questions: readonly { driver: string | null; text: string; score: number }[];
}

export interface SurveyCourse {
  instrument: 'pulse' | 'enps';
  when: string;
  /** Oldest first; the last is the round that the chart is about. */
  rounds: readonly Published[];
  theme: ThemeName;
}

/** Rounds needed to show a course. */
const FEWEST_ROUNDS = 3;

/**
 * For an eNPS, promoters and detractors, one row per round. For a pulse, its course, or without one yet its questions,
 * strongest first, in whole numbers as in the text. null: nothing was published.
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
