/** How measures become a value, or no data. */
import type { Measure } from './measure.ts';
import type { Dimension } from './question.ts';

/** How measures become the KPI's value; `null` is "no data". */
export type Formula =
  | { kind: 'sum'; of: Measure }
  /** Sum of numerators / sum of denominators of the group asked for, never an average of ratios. 0 below = no data. */
  | { kind: 'ratio'; numerator: Measure; denominator: Measure; median?: Measure; sharesDenominatorBy?: Dimension }
  | { kind: 'odds'; won: Measure; lost: Measure }
  /** 100 × the geometric mean of quotients: their number, and the sum of their natural logarithms. */
  | { kind: 'index'; logs: Measure; count: Measure }
  /**
   * Revenue per customer-month × months a customer stays: (revenue / customer-months) / (churned / active at the
   * months' starts). `history` counts only if it reaches back far enough.
   */
  | {
      kind: 'lifetime';
      revenue: Measure;
      customerMonths: Measure;
      churned: Measure;
      atStarts: Measure;
      history: Measure;
    }
  /**
   * The product of other formulas, divided by one more. Each factor names the reason to give if it has no data and no
   * reason of its own.
   */
  | { kind: 'product'; of: readonly Factor[]; over: Factor }
  /** 100 × (promoters − detractors) / answers, with its margin. */
  | { kind: 'nps'; promoters: Measure; detractors: Measure; answers: Measure }
  /** What closed rounds of an employee survey have published: never counted from records. */
  | { kind: 'published'; of: Formula; spread?: Spread }
  /** The measure / the same over the comparison period − 1. */
  | { kind: 'growth'; of: Measure }
  /** Another KPI's value / its target. */
  | { kind: 'attainment'; of: string }
  /** The measure / (target of the other KPI − its value so far). */
  | { kind: 'coverage'; of: Measure; goal: string };

/** How far apart the answers are in each published group, for the margin of error. */
export interface Spread {
  /** How many have answered. */
  people: Measure;
  /** The squared spread of the round, summed over those who answered. */
  squares: Measure;
  /** Groups with a published spread, and without one. */
  known: Measure;
  unknown: Measure;
}

export interface Factor {
  formula: Formula;
  unknown: NoData;
}

/** Why there is no data, if there is more to say than that nothing happened. */
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
