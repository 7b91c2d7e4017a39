import { dayIndex, type Moment } from './timeline.ts';

export interface Change<State> {
  at: Moment;
  state: Partial<State>;
}

/** What something looked like on the days [from, to), as indices of days; to null = still so. */
export interface Span<State> {
  from: number;
  to: number | null;
  state: State;
}

/**
 * The days between changes, in which nothing was different: one after the other without a gap. Of several changes on
 * one day the last word counts; a change that changes nothing makes no new span.
 */
export function daysBetweenChanges<State extends object>(
  initial: State,
  changes: readonly Change<State>[],
): Span<State>[] {
  const spans: Span<State>[] = [];
  let state = initial;
  for (const change of changes.toSorted((a, b) => a.at - b.at)) {
    const before = state;
    state = { ...state, ...change.state };
    const day = dayIndex(change.at);
    const last = spans.at(-1);
    if (last?.from === day) last.state = state;
    else if (!last || !same(before, state)) {
      if (last) last.to = day;
      spans.push({ from: day, to: null, state });
    }
  }
  return spans;
}

const same = <State extends object>(a: State, b: State): boolean => JSON.stringify(a) === JSON.stringify(b);
