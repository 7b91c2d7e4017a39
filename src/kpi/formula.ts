/** How measures become a value, or no data. */
import type { Measure } from './measure.ts';
import type { Dimension } from './question.ts';

/** How measures become the KPI's value. `null` in place of a value is "no data". */
export type Formula =
  | { kind: 'sum'; of: Measure }
  /** Sum of numerators / sum of denominators of the group asked for, never an average of ratios. 0 below = no data. */
  | { kind: 'ratio'; numerator: Measure; denominator: Measure; median?: Measure; sharesDenominatorBy?: Dimension }
  | { kind: 'odds'; won: Measure; lost: Measure }
  /** 100 × the geometric mean of quotients: of how many, and the sum of their natural logarithms. */
  | { kind: 'index'; logs: Measure; count: Measure }
  /**
   * What a customer brings in a month × how many months one stays: (revenue / customer-months) / (churned / active at the
   * months' starts). `history` counts only where it reaches back far enough.
   */
  | {
      kind: 'lifetime';
      revenue: Measure;
      customerMonths: Measure;
      churned: Measure;
      atStarts: Measure;
      history: Measure;
    }
  /** The product of other formulas / one more; what is said when one of them has no data and cannot say why itself. */
  | { kind: 'product'; of: readonly Factor[]; over: Factor }
  /** 100 × (promoters − detractors) / answers, with its margin. */
  | { kind: 'nps'; promoters: Measure; detractors: Measure; answers: Measure }
  /** What the closed rounds of an employee survey have published: it is never counted from records. */
  | { kind: 'published'; of: Formula; spread?: Spread }
  /** The measure / the same over the comparison period − 1. */
  | { kind: 'growth'; of: Measure }
  /** Another KPI's value / its target. */
  | { kind: 'attainment'; of: string }
  /** What is in the pipeline / (target of the other KPI − its value so far). */
  | { kind: 'coverage'; of: Measure; goal: string };

/** How far apart people are, from which follows what chance may do to their score: of each group that a round has published. */
export interface Spread {
  /** How many have answered. */
  people: Measure;
  /** For each of them the square of how far apart all of the round are. */
  squares: Measure;
  /** How many groups these are, and how many more of which the spread is not published. */
  known: Measure;
  unknown: Measure;
}

export interface Factor {
  formula: Formula;
  unknown: NoData;
}

/** Why there is no data, where that is more than nothing having happened. */
export type NoData =
  | 'of_everyone'
  | 'of_groups'
  | 'no_target'
  | 'not_surveyed'
  | 'no_answers'
  | 'short_history'
  | 'nobody_churned'
  | 'margin_unknown'
  | 'cac_unknown';

/** Every measure that a formula needs. */
export function measuresIn(formula: Formula): Measure[] {
  switch (formula.kind) {
    case 'sum':
    case 'growth':
    case 'coverage':
      return [formula.of];
    case 'ratio':
      return [formula.numerator, formula.denominator, ...(formula.median ? [formula.median] : [])];
    case 'odds':
      return [formula.won, formula.lost];
    case 'index':
      return [formula.logs, formula.count];
    case 'lifetime':
      return [formula.revenue, formula.customerMonths, formula.churned, formula.atStarts, formula.history];
    case 'product':
      return [...formula.of, formula.over].flatMap((factor) => measuresIn(factor.formula));
    case 'nps':
      return [formula.promoters, formula.detractors, formula.answers];
    case 'published':
      return [...measuresIn(formula.of), ...Object.values(formula.spread ?? {})];
    case 'attainment':
      return [];
  }
}
