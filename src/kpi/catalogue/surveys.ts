import { Prisma } from '../../db/generated/client.ts';
import type { Kpi } from '../definition.ts';
import { type AnswerEvent, count, type Measure, measuresOn, medianOf, sumOf, type Taking } from '../measure.ts';
import type { Dimension } from '../question.ts';

type Instrument = 'pulse' | 'enps';

const { sql } = Prisma;

const answers = (id: string, event: AnswerEvent, condition = sql`true`, takes: Taking = count): Measure =>
  measuresOn('answer', { events: [event] })(id, sql`f.event = ${event} AND ${condition}`, takes);

const isSatisfied = sql`f.score >= 4`;
// "So far" means by `s.seen_at`, which is earlier for earlier cases: both are compared at equal age.
const isSolved = sql`coalesce(f.solved_at < s.seen_at, f.solved_on <= s.seen_on, false)`;
// Exact between two instants; in whole days where either is known by its date alone.
const seconds = sql`greatest(0, CASE WHEN f.solved_at IS NOT NULL AND f.at IS NOT NULL
  THEN extract(epoch FROM f.solved_at - f.at)::numeric ELSE (f.solved_on - f.day)::numeric * 86400 END)`;

const time = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies Dimension[];
const privacy = { smallestGroup: 5, publishedBy: ['team'] } as const;
const published = measuresOn('pulse');
const ofQuestion = (instrument: Instrument) => sql`f.instrument = ${instrument} AND f.question IS NOT NULL`;
const ofGroup = sql`f.question IS NULL`;
const ofPulse = sql`f.instrument = 'pulse' AND ${ofGroup}`;
const sumOfColumn = (column: Prisma.Sql) => sumOf(column, null);

const ofEmployees = { family: 'surveys', better: 'up', dimensions: privacy.publishedBy, privacy } as const;

/** Surveys: what customers say of us, and what the rounds of employee surveys have published. */
export const surveyKpis = [
  {
    id: 'nps',
    family: 'surveys',
    unit: 'score',
    better: 'up',
    dimensions: ['region', 'segment', 'product', 'rep', ...time],
    formula: {
      kind: 'nps',
      promoters: answers('nps_promoters', 'nps', sql`f.score >= 9`),
      detractors: answers('nps_detractors', 'nps', sql`f.score <= 6`),
      answers: answers('nps_answers', 'nps'),
    },
  },
  {
    id: 'csat',
    family: 'surveys',
    unit: 'rate',
    better: 'up',
    dimensions: ['rep', 'region', ...time],
    formula: {
      kind: 'ratio',
      numerator: answers('csat_satisfied', 'csat', isSatisfied),
      denominator: answers('csat_answers', 'csat'),
    },
    isOfAnswers: true,
  },
  {
    id: 'detractor_follow_up',
    family: 'surveys',
    unit: 'duration',
    better: 'down',
    dimensions: ['rep', 'team', ...time],
    formula: {
      kind: 'ratio',
      numerator: answers('solving_seconds', 'detractor', isSolved, sumOf(seconds, null)),
      denominator: answers('cases_solved', 'detractor', isSolved),
      median: answers('solving_median', 'detractor', isSolved, medianOf(seconds)),
    },
    leftOut: [{ reason: 'case_open', measure: answers('cases_open', 'detractor', sql`NOT ${isSolved}`) }],
  },
  {
    id: 'employee_satisfaction',
    unit: 'score',
    ...ofEmployees,
    formula: {
      kind: 'published',
      // (mean − 1) / 4 × 100 of scores from 1 to 5, as a sum above the line and a count below it.
      of: {
        kind: 'ratio',
        numerator: published('pulse_scores', ofQuestion('pulse'), sumOfColumn(sql`25 * (f.total - f.answers)`)),
        denominator: published('pulse_answers', ofQuestion('pulse'), sumOfColumn(sql`f.answers`)),
      },
      spread: {
        people: published('pulse_people', ofPulse, sumOfColumn(sql`f.answers`)),
        squares: published('pulse_squares', ofPulse, sumOfColumn(sql`f.answers * f.spread * f.spread`)),
        known: published('pulse_spreads', sql`${ofPulse} AND f.spread IS NOT NULL`),
        unknown: published('pulse_no_spreads', sql`${ofPulse} AND f.spread IS NULL`),
      },
    },
  },
  {
    id: 'enps',
    unit: 'score',
    ...ofEmployees,
    formula: {
      kind: 'published',
      of: {
        kind: 'nps',
        promoters: published('enps_promoters', ofQuestion('enps'), sumOfColumn(sql`f.promoters`)),
        detractors: published('enps_detractors', ofQuestion('enps'), sumOfColumn(sql`f.detractors`)),
        answers: published('enps_answers', ofQuestion('enps'), sumOfColumn(sql`f.answers`)),
      },
    },
  },
  {
    id: 'pulse_participation',
    unit: 'rate',
    ...ofEmployees,
    formula: {
      kind: 'published',
      of: {
        kind: 'ratio',
        numerator: published('pulse_taken', ofGroup, sumOfColumn(sql`f.answers`)),
        denominator: published('pulse_invited', ofGroup, sumOfColumn(sql`f.invited`)),
      },
    },
  },
] as const satisfies readonly Kpi[];

/** Satisfaction of customers won in the last 90 days, by who won them: a variant of `csat`. */
export const csatOfNew: Kpi = {
  id: 'csat_new',
  family: 'surveys',
  unit: 'rate',
  better: 'up',
  dimensions: ['rep', 'region', ...time],
  formula: {
    kind: 'ratio',
    numerator: answers('csat_new_satisfied', 'csat_new', isSatisfied),
    denominator: answers('csat_new_answers', 'csat_new'),
  },
  isOfAnswers: true,
};
