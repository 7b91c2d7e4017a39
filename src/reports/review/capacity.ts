import { movement } from './series.ts';

/** Monthly values, latest last. */
export interface Load {
  activity: readonly number[];
  pipeline: readonly number[];
  revenue: readonly number[];
  /** How long leads wait; longer is worse. */
  response: readonly number[];
}

export interface CapacitySignal {
  /** What rose three months in a row. */
  rising: readonly (keyof Load)[];
}

const WORK = ['activity', 'pipeline', 'revenue'] as const;

/**
 * Whether a team may be reaching its capacity: activity, pipeline and revenue all rose three months in a row, or
 * response times rose along with one of them. null: no sign of it.
 */
export function capacitySignal(load: Load): CapacitySignal | null {
  const rises = (name: keyof Load) => movement(load[name]) === 'rising';
  const work = WORK.filter(rises);
  const isSlower = rises('response');
  if (work.length < WORK.length && !(isSlower && work.length > 0)) return null;
  return { rising: [...work, ...(isSlower ? (['response'] as const) : [])] };
}
