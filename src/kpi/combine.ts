import { Prisma } from '../db/generated/client.ts';
import { minorUnits } from '../language/money.ts';
import type { Figure } from './answer.ts';
import type { Kpi, LeftOut, LeftOutMeasure } from './definition.ts';
import type { Factor, Formula, NoData, Spread } from './formula.ts';
import type { Measure } from './measure.ts';
import { type Loyalty, npsOf } from './nps.ts';
import { scoreMargin } from './score-margin.ts';

type Decimal = Prisma.Decimal;

/** The values SQL found for one span or group. */
export type Cells = (measure: Measure) => unknown;

/** A KPI's value over one span or group, with what it was made of. */
export interface Combined {
  value: Decimal | null;
  numerator: Decimal | null;
  denominator: Decimal | null;
  median: Decimal | null;
  /** Why there is no value, where that can be told. */
  noData: NoData | null;
  /** What an NPS is made of. */
  loyalty?: Loyalty;
  /** The margin of error of a published score; null: not published. */
  margin?: number | null;
}

const decimalOf = (cell: unknown): Decimal | null =>
  cell === null || cell === undefined ? null : new Prisma.Decimal(cell instanceof Prisma.Decimal ? cell : String(cell));

/** The sum of a measure over several groups; null if it is unknown in all of them. */
export function addedUp(cells: readonly unknown[]): unknown {
  const known = cells.filter((cell) => cell !== null && cell !== undefined);
  if (known.some(Array.isArray)) return known.flat();
  return known.map(decimalOf).reduce<Decimal | null>((sum, cell) => (cell && sum ? sum.plus(cell) : cell), null);
}

const nothing: Combined = { value: null, numerator: null, denominator: null, median: null, noData: null };

/** Numerator / denominator; no data if the denominator is 0 or the numerator unknown. */
export function quotient(numerator: Decimal | null, denominator: Decimal | null): Combined {
  const value = numerator && denominator && !denominator.isZero() ? numerator.div(denominator) : null;
  return { ...nothing, value, numerator, denominator };
}

/** The value of a formula. `before` are the measures of the comparison period, which growth needs. */
export function combine(formula: Formula, cells: Cells, before: Cells | null): Combined {
  const get = (measure: Measure) => decimalOf(cells(measure));
  switch (formula.kind) {
    case 'sum': {
      const value = get(formula.of);
      return { ...nothing, value, numerator: value };
    }
    case 'ratio':
      return {
        ...quotient(get(formula.numerator), get(formula.denominator)),
        median: formula.median ? get(formula.median) : null,
      };
    case 'odds':
      return quotient(get(formula.won), get(formula.lost));
    case 'index': {
      const { value, denominator } = quotient(get(formula.logs), get(formula.count));
      return { ...nothing, value: value?.exp().times(100) ?? null, denominator };
    }
    case 'nps': {
      const [promoters, detractors, answers] = [formula.promoters, formula.detractors, formula.answers].map((measure) =>
        Number(cells(measure) ?? 0),
      ) as [number, number, number];
      const loyalty = { promoters, detractors, passives: answers - promoters - detractors };
      const value = npsOf(loyalty);
      if (value === null) return { ...nothing, noData: 'no_answers' };
      const parts = quotient(new Prisma.Decimal(promoters - detractors), new Prisma.Decimal(answers));
      return { ...parts, value: new Prisma.Decimal(value), loyalty };
    }
    case 'published': {
      const published = publishedOf(combine(formula.of, cells, before));
      return formula.spread && published.value
        ? { ...published, margin: marginIn(formula.spread, published.value.toNumber(), cells) }
        : published;
    }
    case 'lifetime': {
      const perMonth = quotient(get(formula.revenue), get(formula.customerMonths)).value;
      const churn = quotient(get(formula.churned), get(formula.atStarts)).value;
      if (!get(formula.history)?.gt(0)) return { ...nothing, noData: 'short_history' };
      return { ...quotient(perMonth, churn), noData: churn?.isZero() ? 'nobody_churned' : null };
    }
    case 'product':
      return productOf(formula.of, formula.over, (of) => combine(of, cells, before));
    case 'growth': {
      const growth = quotient(get(formula.of), before ? decimalOf(before(formula.of)) : null);
      return { ...growth, value: growth.value?.minus(1) ?? null };
    }
    case 'coverage':
      return { ...nothing, numerator: get(formula.of) };
    case 'attainment':
      return nothing;
  }
}

/** No value of a published score means that no survey has published one, whatever reason the formula gives. */
const publishedOf = (combined: Combined): Combined =>
  combined.value === null ? { ...nothing, noData: 'not_surveyed' } : combined;

/**
 * Of one round: the margin its results show. Several rounds ask much the same people, so they count as no more evidence
 * than one. An unpublished spread is taken at its maximum.
 */
function marginIn({ people, squares, known, unknown }: Spread, score: number, cells: Cells): number | null {
  const of = (measure: Measure) => Number(cells(measure) ?? 0);
  const [all, groups] = [of(people), of(known) + of(unknown)];
  if (!all) return null;
  return scoreMargin(score, all / groups, of(unknown) > 0 ? null : Math.sqrt(of(squares) / all));
}

function productOf(factors: readonly Factor[], over: Factor, combined: (formula: Formula) => Combined): Combined {
  const parts = [...factors, over].map(({ formula, unknown }) => ({ ...combined(formula), unknown }));
  const missing = parts.find(({ value }) => value === null);
  if (missing) return { ...nothing, noData: missing.noData ?? missing.unknown };
  const [divisor = null, ...values] = parts.map(({ value }) => value).reverse();
  return quotient(values.reduce((so, value) => (so && value ? so.times(value) : null)) ?? null, divisor);
}

/** What was left out, and why. */
export function leftOutOf(measures: readonly LeftOutMeasure[], cells: Cells): LeftOut[] {
  return measures.flatMap(({ reason, measure }): LeftOut[] => {
    const cell = cells(measure);
    if (Array.isArray(cell))
      return [...countEach(cell.map(String))].map(([currency, count]) => ({ reason, currency, count }));
    const count = Number(cell ?? 0);
    return count ? [{ reason, count }] : [];
  });
}

function countEach(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words.sort()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Which of a formula's two parts are amounts of money. */
function areMoney(kpi: Kpi): { value: boolean; numerator: boolean; denominator: boolean } {
  const value = kpi.unit === 'money';
  switch (kpi.formula.kind) {
    case 'ratio':
      return {
        value,
        numerator: kpi.formula.numerator.money ?? false,
        denominator: kpi.formula.denominator.money ?? false,
      };
    case 'odds':
    case 'index':
    case 'nps':
    case 'published':
      return { value, numerator: false, denominator: false };
    case 'sum':
    case 'lifetime':
      return { value, numerator: value, denominator: false };
    default:
      return { value, numerator: true, denominator: true };
  }
}

/** The figures as they leave the engine: money as a decimal string with the currency's decimals, all else as numbers. */
export function figuresOf(
  kpi: Kpi,
  combined: Combined,
  currency: string,
): Record<'value' | 'numerator' | 'denominator' | 'median', Figure | null> {
  const money = areMoney(kpi);
  const figure = (value: Decimal | null, isMoney: boolean): Figure | null =>
    value && (isMoney ? value.toFixed(minorUnits(currency)) : value.toNumber());
  return {
    value: figure(combined.value, money.value),
    numerator: figure(combined.numerator, money.numerator),
    denominator: figure(combined.denominator, money.denominator),
    median: figure(combined.median, money.value),
  };
}
