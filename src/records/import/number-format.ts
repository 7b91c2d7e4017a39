/** The sign before the decimals; the other one, spaces and apostrophes group thousands. Null: read only what speaks for itself. */
export type DecimalSign = '.' | ',' | null;

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
// biome-ignore format: a table
const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR', '£': 'GBP', '₽': 'RUB', '₹': 'INR', '₩': 'KRW', '₺': 'TRY', '₴': 'UAH', '₪': 'ILS', '₫': 'VND', '﷼': 'IRR',
};
/** Signs that several currencies share; the workspace's own comes first. */
const SHARED_SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'BRL', 'ARS', 'CLP', 'COP', 'TWD'],
  '¥': ['JPY', 'CNY'],
};

export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

export interface WrittenNumber {
  /** A plain decimal: `-1234.5`. */
  value: string;
  currency: string | null;
  percent: boolean;
}

/** Reads a number as people and programs write them. Null: it is none, or could be two. */
export function readNumber(text: string, decimal: DecimalSign, ownCurrency: string): WrittenNumber | null {
  const parts = partsOf(text, ownCurrency);
  if (!parts) return null;
  const { digits, negative, currency, percent } = parts;
  const sign = decimalOf(digits) ?? decimal;
  if (decimal !== null && sign !== decimal) return null;
  if (sign === null && /[.,]/.test(digits)) return null;
  const plain = plainNumber(digits, sign ?? '.');
  if (plain === null) return null;
  return { value: negative && !/^[0.]*$/.test(plain) ? `-${plain}` : plain, currency, percent };
}

function partsOf(text: string, ownCurrency: string) {
  const compact = text.replaceAll(/[\s\u00a0\u202f'’]/g, '').replaceAll('−', '-');
  const parts = /^(\(?)([-+]?)(\D*?)([-+]?)([\d.,]*\d[\d.,]*)(%?)([^\d.,%]*?)(-?)(\)?)$/.exec(compact);
  if (!parts) return null;
  const [, open, sign, before = '', innerSign, digits = '', percent, after = '', last, close] = parts;
  if (Boolean(open) !== Boolean(close) || (before && after)) return null;
  const currency = before || after ? currencyOf(before || after, ownCurrency) : null;
  if ((before || after) && !currency) return null;
  return {
    digits,
    negative: Boolean(open) || [sign, innerSign, last].includes('-'),
    currency,
    percent: percent === '%',
  };
}

function currencyOf(mark: string, ownCurrency: string): string | null {
  const code = mark.toUpperCase();
  if (CURRENCIES.has(code)) return code;
  const shared = SHARED_SYMBOLS[mark];
  if (shared) return shared.includes(ownCurrency) ? ownCurrency : (shared[0] ?? null);
  return SYMBOLS[mark] ?? null;
}

/** The decimal sign that a number can only have; undefined when it has no sign or could be read both ways. */
function decimalOf(digits: string): '.' | ',' | undefined {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return undefined;
  const sign = digits[last] as '.' | ',';
  const other = sign === '.' ? ',' : '.';
  if (digits.includes(other)) return sign;
  if (digits.indexOf(sign) !== last) return other;
  return /^[1-9]\d{0,2}$/.test(digits.slice(0, last)) && digits.length - last === 4 ? undefined : sign;
}

function plainNumber(digits: string, decimal: '.' | ','): string | null {
  const groups = decimal === '.' ? ',' : '.';
  const shape = new RegExp(`^(\\d*|\\d{1,3}(?:\\${groups}\\d{2,3})*\\${groups}\\d{3})(?:\\${decimal}(\\d*))?$`);
  const [, whole, decimals = ''] = shape.exec(digits) ?? [];
  if (whole === undefined) return null;
  const plain = whole.replaceAll(groups, '').replace(/^0+(?=\d)/, '') || '0';
  return decimals ? `${plain}.${decimals}` : plain;
}

/** What the numbers of a column look like, counted value by value. */
export interface NumberEvidence {
  point: number;
  comma: number;
  /** A number that could be read both ways: `1,234`, `1.234`. */
  either: { ',': string | null; '.': string | null };
}

export const noNumberEvidence = (): NumberEvidence => ({ point: 0, comma: 0, either: { ',': null, '.': null } });

export function weighNumber(text: string, evidence: NumberEvidence): void {
  const digits = partsOf(text, 'USD')?.digits;
  if (!digits) return;
  const sign = decimalOf(digits);
  if (sign === '.') evidence.point += 1;
  else if (sign === ',') evidence.comma += 1;
  else if (digits.includes(',')) evidence.either[','] ??= text;
  else if (digits.includes('.')) evidence.either['.'] ??= text;
}

export type NumberVerdict = { decimal: DecimalSign } | { undecided: string };

/**
 * The decimal sign of a column: what its own numbers prove, else what the file's other numbers do. `1,234` alone in a
 * file whose columns are separated by commas or tabs is 1234; anything else that could be two numbers is undecided.
 */
export function judgeNumbers(own: NumberEvidence, ofFile: NumberEvidence, delimiter: string): NumberVerdict {
  for (const { point, comma } of [own, ofFile]) {
    if (point > 0 && comma > 0) return { decimal: null };
    if (point > 0) return { decimal: '.' };
    if (comma > 0) return { decimal: ',' };
  }
  const example = own.either['.'] ?? (delimiter === ';' ? own.either[','] : null);
  return example === null ? { decimal: '.' } : { undecided: example };
}
