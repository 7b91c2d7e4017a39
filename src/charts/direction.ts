const fromRight = /^(ar|fa|he|ur)\b/i;

export function readsFromRight(locale: string): boolean {
  return fromRight.test(locale);
}

/**
 * Marks a text so that all of it runs in the locale's direction. The canvas treats every text as left-to-right, which
 * would put a Latin name or a number in a Persian title on the wrong side.
 */
export function directed(text: string, locale: string): string {
  return readsFromRight(locale) ? `\u2067${text}\u2069` : text;
}
