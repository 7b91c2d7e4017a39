import type { Span } from '../calendar/span.ts';
import type { Kpi } from './definition.ts';
import type { Figures } from './figures.ts';
import type { Goal } from './goal-of-several.ts';
import type { Goals, GoalsInput } from './goals.ts';
import type { Counts, Part } from './parts.ts';
import type { Dimension } from './question.ts';
import type { QuestionSpans } from './spans.ts';

/** What the parts of an answer are held against. */
export interface Towards {
  /** The goals of a part's days, and those of the period it is compared with. */
  goalsOf(part: Part): Goals;
  goalsBefore: Goals | null;
}

/** The goals of a period, of each stretch of time within it that is asked for, and of what it is compared with (null: no matter). */
export function towardsOf(
  goalsIn: (period: GoalsInput['period']) => Goals,
  { period, buckets }: Pick<QuestionSpans, 'period' | 'buckets'>,
  before: Span | null,
): Towards {
  const whole = goalsIn(period);
  const within = buckets.map((bucket) => goalsIn({ ...bucket, running: period.running }));
  return {
    goalsOf: ({ bucket }) => (bucket === null ? whole : (within[bucket] ?? whole)),
    goalsBefore: before && goalsIn({ ...before, running: false }),
  };
}

/** Of which other KPI the goal is that this one is about; null: of none. */
export const aimOf = ({ formula }: Kpi): string | null =>
  formula.kind === 'attainment' ? formula.of : formula.kind === 'coverage' ? formula.goal : null;

/** By what people are told apart where a goal is that of some of them. */
export const byPeople: readonly Dimension[] = ['team', 'rep'];

/** Whether anybody in these parts is left out of a goal that one of the KPIs is about. */
export const areSomeLeftOut = (
  parts: readonly Part[],
  aims: readonly Kpi[],
  { goalsOf, goalsBefore }: Towards,
): boolean =>
  parts.some(
    (part) =>
      aims.some((aim) =>
        [goalsOf(part), goalsBefore].some((goals) => part.whose && goals?.goalOf(aim, part.whose)?.whom),
      ) || areSomeLeftOut(part.parts, aims, { goalsOf, goalsBefore }),
  );

/**
 * What is held against a goal: all that the part counts, or, of a goal that only some have, what these did. What is left out
 * below the line is left out above it, too.
 */
export const countsTowards = (part: Part, goal: Goal | null, people: Figures | null): Counts =>
  goal?.whom && people ? part.ofThose(goal.whom, people) : part;
