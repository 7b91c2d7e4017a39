import { minorUnits } from './money.ts';
import { text } from './text.ts';

const LOCALE = 'en';

/** A number of a KPI, with what is needed to write it. The shapes are those of an answer's values. */
export interface Writable {
  unit: 'count' | 'rate' | 'ratio' | 'odds' | 'days' | 'duration' | 'money' | 'score';
  currency?: string;
  /** Where there is none (odds without a loss), the parts tell more than "no data". */
  numerator?: number | string | null;
  denominator?: number | string | null;
}

/** Making a format is slow; there are few of them, and each is used again and again. */
const formats = new Map<string, Intl.NumberFormat>();

function formatIn(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${options.currency ?? ''} ${options.maximumFractionDigits}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(LOCALE, options);
  formats.set(key, known);
  return known;
}

/** A plain number with at most so many decimals: "1,234.5". */
export const numberText = (value: number, digits: number): string =>
  formatIn({ maximumFractionDigits: digits }).format(value);

/** A figure as people read it: "1,234", "63.2 %", "$48,200", "51.8 days", "12 min 30 s"; no data is "–". */
export function figureText(
  value: number | string | null,
  { unit, currency, numerator, denominator }: Writable,
): string {
  if (value === null) {
    const unbeaten = unit === 'odds' && Number(numerator) > 0 && denominator === 0;
    return unbeaten ? text('figure.odds_unbeaten', { won: numberText(Number(numerator), 0) }) : text('kpi.no_data');
  }
  const amount = Number(value);
  switch (unit) {
    case 'count':
      return numberText(amount, 1);
    case 'rate':
      return text('figure.rate', { value: numberText(inPercent(amount), 1) });
    case 'days':
      return text('figure.days', { value: Math.round(amount * 10) / 10 });
    case 'duration':
      return durationText(amount);
    case 'money':
      return moneyText(amount, currency ?? 'USD');
    case 'odds':
      return text('figure.odds', { value: numberText(amount, 1) });
    case 'score':
      return numberText(amount, 1);
    default:
      return numberText(amount, 2);
  }
}

/** A KPI's own value: a score of loyalty whole and with its margin, because less than that it does not tell. */
export function valueText(kpi: Writable & { value: number | string | null; loyalty?: { margin: number } }): string {
  const { value, loyalty } = kpi;
  if (value === null || !loyalty) return figureText(value, kpi);
  return text('figure.margin', { value: numberText(Number(value), 0), margin: numberText(loyalty.margin, 0) });
}

/** Times 100 without the crumbs of binary fractions: 0.6315 is 63.15 %, not 63.149999… */
const inPercent = (share: number) => Number((share * 100).toPrecision(12));

/** Cents matter in small amounts only; from 1,000 on they are noise. */
function moneyText(amount: number, currency: string): string {
  const maximumFractionDigits = Math.abs(amount) >= 1000 || Number.isInteger(amount) ? 0 : minorUnits(currency);
  const options = { maximumFractionDigits, minimumFractionDigits: maximumFractionDigits };
  return formatIn({ style: 'currency', currency, ...options }).format(amount);
}

/** Seconds as hours, minutes and seconds, the two largest that matter. */
function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes >= 60) return text('figure.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return minutes
    ? text('figure.minutes', { minutes, seconds: whole % 60 })
    : text('figure.seconds', { seconds: whole });
}
