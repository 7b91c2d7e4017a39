/** What complete periods brought, the latest last, starting with the first that brought anything. */
export function historyFrom(values: readonly (number | null)[]): number[] {
  const began = values.findIndex((value) => value !== null && value !== 0);
  return began < 0 ? [] : values.slice(began).filter((value) => value !== null);
}
