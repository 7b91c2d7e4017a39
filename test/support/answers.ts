import type { KpiValue } from '../../src/kpi/answer.ts';

/** A KPI's value with everything that does not matter left empty. */
export const kpiValue = (given: Partial<KpiValue>): KpiValue => ({
  id: 'deals_won',
  unit: 'count',
  value: null,
  numerator: null,
  denominator: null,
  previous: null,
  target: null,
  pace: null,
  leftOut: [],
  ...given,
});
