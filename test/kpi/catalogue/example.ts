/** A KPI worked out by hand over a small story, in March 2026, compared with February. */
import type { Figure } from '../../../src/kpi/answer.ts';
import type { Dimension } from '../../../src/kpi/question.ts';
import type { Facts } from '../../support/facts.ts';

export interface Example {
  kpi: string;
  facts: Facts;
  is: Figure | null;
  /** In February. */
  was: Figure | null;
  /** Where nothing at all is recorded. */
  ofNothing: Figure | null;
  median?: number;
  /** Reasons and counts: "1 no_amount", "1 no_rate JPY". */
  leftOut?: readonly string[];
  /** By group, `–` for facts that have none. */
  by: Partial<Record<Dimension, Record<string, Figure | null>>>;
}
