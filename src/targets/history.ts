/** What complete periods brought, the latest last: from the first that brought anything on, as nobody was at it before. */
export function historyFrom(values: readonly (number | null)[]): number[] {
  const began = values.findIndex((value) => value !== null && value !== 0);
  return began < 0 ? [] : values.slice(began).filter((value) => value !== null);
}
