import { withMinus } from '../language/figures.ts';
import { directed } from './direction.ts';
import type { ChartUnit } from './spec.ts';

/** Shown for "no data", which is neither zero nor an error. */
export const noData = '–';

/** How a chart writes numbers of a unit: short, because they are small on a phone ("$12.3K", "45%", "3.2h"). */
export function numberFormat(unit: ChartUnit, locale: string): (value: number) => string {
  if (unit.kind === 'duration') return (seconds) => duration(seconds, locale);
  const format = written(optionsOf(unit), locale);
  return unit.kind === 'percent' ? (share) => format(shortOfAll(share)) : format;
}

/** A share in whole percent, for several side by side, where tenths would only be noise. */
export const wholePercent = (locale: string) => written({ style: 'percent', maximumFractionDigits: 0 }, locale);

/** A score with a sign, because it can be negative. */
export const signedScore = (locale: string) => written({ signDisplay: 'exceptZero', maximumFractionDigits: 0 }, locale);

/** Like in messages, a share just short of 100 % is never rounded up, because a target at 99.97 % is not reached. */
const shortOfAll = (share: number) => (share < 1 && share >= 0.9995 ? 0.999 : share);

function written(options: Intl.NumberFormatOptions, locale: string): (value: number) => string {
  const format = formatIn(options, locale);
  return (value) => directed(withMinus(format.format(value)), locale);
}

/** Making a format is slow, and a chart's text writes a number for each of its cells. */
const formats = new Map<string, Intl.NumberFormat>();

function formatIn(options: Intl.NumberFormatOptions, locale: string): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, known);
  return known;
}

function optionsOf(unit: Exclude<ChartUnit, { kind: 'duration' }>): Intl.NumberFormatOptions {
  const short = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  switch (unit.kind) {
    case 'count':
      return short;
    case 'score':
      return { maximumFractionDigits: 1 };
    case 'ratio':
      return { maximumFractionDigits: 2 };
    case 'percent':
      return { style: 'percent', maximumFractionDigits: 1 };
    case 'days':
      return { style: 'unit', unit: 'day', unitDisplay: 'narrow', maximumFractionDigits: 1 };
    case 'money':
      return { ...short, style: 'currency', currency: unit.currency, currencyDisplay: 'narrowSymbol' };
  }
}

const clock = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
];

/** Seconds in the largest unit that makes them at least one: 5400 → "1.5h". */
function duration(value: number, locale: string): string {
  const { unit, seconds } = clock.find((step) => Math.abs(value) >= step.seconds) ?? { unit: 'second', seconds: 1 };
  const options = { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 1 } as const;
  return written(options, locale)(value / seconds);
}
