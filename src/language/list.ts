const or = new Intl.ListFormat('en', { type: 'disjunction' });
const and = new Intl.ListFormat('en', { type: 'conjunction' });

/** "a, b, or c" */
export function anyOf(items: readonly string[]): string {
  return or.format(items);
}

/** "a, b, and c" */
export function allOf(items: readonly string[]): string {
  return and.format(items);
}
