import type { RegionName } from './cast.ts';
import type { Currency } from './catalogue.ts';
import { randomFrom } from './random.ts';
import { companyWords, segments, trades } from './words.ts';

export interface Company {
  name: string;
  region: RegionName;
  country: string;
  segment: string;
  currency: Currency;
}

/** The company of a number; up to a few thousand no two numbers give the same name. */
export function companyOf(number: number): Company {
  const word = number % companyWords.length;
  const trade = (Math.floor(number / companyWords.length) + word) % trades.length;
  return companyNamed(`${companyWords[word]} ${trades[trade]}`);
}

export function companyNamed(name: string): Company {
  const random = randomFrom(`company ${name}`);
  const region = random.weighted<RegionName>([
    ['Northern Germany', 47],
    ['Southern Germany', 33],
    ['Vienna Basin', 20],
  ]);
  const isAustrian = region === 'Vienna Basin';
  const currency = random.chance(isAustrian ? 0.7 : 0.15) ? 'EUR' : 'USD';
  return { name, region, country: isAustrian ? 'Austria' : 'Germany', segment: random.weighted(segments), currency };
}
