import type { Kpi } from './definition.ts';
import type { Formula } from './formula.ts';
import type { Measure } from './measure.ts';
import type { Dimension } from './question.ts';

/** One side of a KPI's value, as records: those that a measure counts. */
export interface Making {
  measure: Measure;
  /** Over the period asked for, or over the one it is compared with. */
  span: 'current' | 'previous';
  /** The breakdown whose groups all have it in common. */
  sharedBy?: Dimension;
}

/**
 * What a KPI's value is made of, above and below the line; null: nothing that has records, such as a goal or another KPI. Of a
 * lifetime value these are the sales and the losses that it is worked out from.
 */
export interface Makings {
  numerator: Making | null;
  denominator: Making | null;
}

/** @param find a KPI by its id, for those that are about another one */
export function makingsOf({ formula }: { formula: Formula }, find: (id: string) => Kpi): Makings {
  const now = (measure: Measure): Making => ({ measure, span: 'current' });
  switch (formula.kind) {
    case 'sum':
      return { numerator: now(formula.of), denominator: null };
    case 'ratio': {
      const { sharesDenominatorBy: sharedBy } = formula;
      return {
        numerator: now(formula.numerator),
        denominator: { ...now(formula.denominator), ...(sharedBy ? { sharedBy } : {}) },
      };
    }
    case 'odds':
      return { numerator: now(formula.won), denominator: now(formula.lost) };
    case 'index':
      return { numerator: null, denominator: now(formula.count) };
    case 'nps':
      return { numerator: null, denominator: now(formula.answers) };
    case 'lifetime':
      return { numerator: now(formula.revenue), denominator: now(formula.churned) };
    case 'product':
    case 'published':
      return { numerator: null, denominator: null };
    case 'growth':
      return { numerator: now(formula.of), denominator: { measure: formula.of, span: 'previous' } };
    case 'attainment':
      return { numerator: makingsOf(find(formula.of), find).numerator, denominator: null };
    case 'coverage':
      return { numerator: now(formula.of), denominator: makingsOf(find(formula.goal), find).numerator };
  }
}
