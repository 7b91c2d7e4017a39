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
  const known = formats.get(key) ?? new Intl.NumberFormat(LOCALE, { ...options, signDisplay: 'negative' });
  formats.set(key, known);
  return known;
}

/** A written number with a minus sign, where formats write a hyphen: "−12", "−$5". */
export const withMinus = (written: string): string => written.replaceAll('-', '−');

/** A plain number with at most so many decimals: "1,234.5". */
export const numberText = (value: number, digits: number): string =>
  withMinus(formatIn({ maximumFractionDigits: digits }).format(value));

/** So many decimals are worth reading; more of a number that somebody set would be lost on the way to the database. */
const READ = { count: 1, rate: 1, days: 1, odds: 1, score: 1, ratio: 2 } as const;
const SET = { count: 4, rate: 2, days: 4, odds: 4, score: 4, ratio: 4 } as const;

/** A figure as people read it: "1,234", "63.2 %", "$48,200", "51.8 days", "12 min 30 s"; no data is "–". */
export const figureText = (value: number | string | null, kpi: Writable): string => written(value, kpi, READ);

/** A figure that somebody set, with all its decimals: "$20,000.50", "0.45 %". Rounded it would seem to be misunderstood. */
export const exactText = (value: number | string | null, kpi: Writable): string => written(value, kpi, SET);

function written(
  value: number | string | null,
  { unit, currency, numerator, denominator }: Writable,
  digits: Readonly<Record<keyof typeof READ, number>>,
): string {
  if (value === null) {
    const unbeaten = unit === 'odds' && Number(numerator) > 0 && denominator === 0;
    return unbeaten ? text('figure.odds_unbeaten', { won: numberText(Number(numerator), 0) }) : text('kpi.no_data');
  }
  const amount = Number(value);
  switch (unit) {
    case 'count':
      return numberText(amount, digits.count);
    case 'rate':
      return text('figure.rate', { value: percentText(amount, digits.rate) });
    case 'days':
      return withMinus(text('figure.days', { value: Number(amount.toFixed(digits.days)) }));
    case 'duration':
      return durationText(amount);
    case 'money':
      return moneyText(amount, currency ?? 'USD', digits === SET);
    case 'odds':
      return text('figure.odds', { value: numberText(amount, digits.odds) });
    case 'score':
      return numberText(amount, digits.score);
    default:
      return numberText(amount, digits.ratio);
  }
}

/** A KPI's own value: a score of loyalty whole and with its margin, because less than that it does not tell. */
export function valueText(kpi: Writable & { value: number | string | null; loyalty?: { margin: number } }): string {
  const { value, loyalty } = kpi;
  if (value === null || !loyalty) return figureText(value, kpi);
  return text('figure.margin', { value: numberText(Number(value), 0), margin: numberText(loyalty.margin, 0) });
}

/** What is short of all is never rounded up to all: a target at 99.97 % is not reached. */
function percentText(share: number, digits: number): string {
  const percent = inPercent(share);
  const step = 10 ** digits;
  const isShort = percent < 100 && Math.round(percent * step) >= 100 * step;
  return numberText(isShort ? Math.floor(percent * step) / step : percent, digits);
}

/** Times 100 without the crumbs of binary fractions: 0.6315 is 63.15 %, not 63.149999… */
const inPercent = (share: number) => Number((share * 100).toPrecision(12));

/** Cents matter in small amounts only; from 1,000 on they are noise. */
function moneyText(amount: number, currency: string, withCents: boolean): string {
  const isNoise = Math.abs(amount) >= 1000 && !withCents;
  const maximumFractionDigits = isNoise || Number.isInteger(amount) ? 0 : minorUnits(currency);
  const options = { maximumFractionDigits, minimumFractionDigits: maximumFractionDigits };
  return withMinus(formatIn({ style: 'currency', currency, ...options }).format(amount));
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
