import type { Answer } from '../kpi/answer.ts';
import { frameOf, numberOf } from './answers/frame.ts';
import { LOCALE } from './from-answer.ts';
import type { SparklineSpec, ThemeName } from './spec.ts';

/** An answer's first number over time; null: there is nothing to see. */
export function sparklineOf(answer: Answer, theme: ThemeName): SparklineSpec | null {
  const [kpi] = answer.kpis;
  const points = answer.groups.map(({ label, kpis: [value] }) => ({ label, value: numberOf(value) }));
  if (points.length < 2 || points.every(({ value }) => !value)) return null;
  return { kind: 'sparkline', ...frameOf(answer, kpi), points, locale: LOCALE, theme };
}
