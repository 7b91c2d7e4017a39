import type { KpiValue } from '../../kpi/answer.ts';
import { figureText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';

/**
 * What a rate is made of: "2 of 5". It cannot be judged without: 50 % of 2 is not 50 % of 200. Empty for anything else,
 * including shares of money.
 */
export function partsText({ unit, numerator, denominator }: KpiValue): string {
  if (unit !== 'rate' || typeof numerator !== 'number' || typeof denominator !== 'number' || denominator === 0)
    return '';
  const count = (value: number) => figureText(value, { unit: 'count' });
  return text('answer.parts', { numerator: count(numerator), denominator: count(denominator) });
}

/** A value for a line of several, followed by its parts: "40 % (2 of 5)". */
export function withParts(value: string, kpi: KpiValue): string {
  const parts = partsText(kpi);
  return parts ? text('answer.with_parts', { value, parts }) : value;
}
