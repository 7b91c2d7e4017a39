/**
 * What a chart shows, as plain JSON: made from a KPI's answer, sent to the drawing thread, hashed into the picture's key.
 * Nothing here knows how it is drawn. Texts are already in the reader's language; `locale` (BCP 47) is for the numbers.
 */
export type ChartSpec = PaceSpec | BarsSpec | ColumnsSpec;

/** What the numbers are. `percent` values are shares (0.25 = 25 %), `duration` values seconds, `money` values major units. */
export type ChartUnit =
  | { kind: 'count' }
  | { kind: 'percent' }
  | { kind: 'days' }
  | { kind: 'duration' }
  | { kind: 'ratio' }
  | { kind: 'score' }
  | { kind: 'money'; currency: string };

type Frame = { title: string; subtitle: string; unit: ChartUnit; locale: string };

/** A running total against its target, over at least two days. All series are as long as `days`; null draws nothing. */
export type PaceSpec = Frame & {
  kind: 'pace';
  /** One label a day of the period, e.g. "3 Mar"; only some of them are shown. */
  days: string[];
  /** Cumulative; null after today. */
  actual: (number | null)[];
  ideal: number[] | null;
  /** From today to the period's end. */
  projected: (number | null)[] | null;
  target: number | null;
  labels: { actual: string; ideal: string; projected: string; target: string };
};

/** A breakdown: one horizontal bar a row, in the order given, at most `maxBars`. A null value is "no data", shown as "–". */
export type BarsSpec = Frame & {
  kind: 'bars';
  bars: { label: string; value: number | null; target?: number }[];
  labels: { value: string; target: string };
};

/** Over time: one column a week or month, at most `maxColumns`. `partial` marks the one that is still running. */
export type ColumnsSpec = Frame & {
  kind: 'columns';
  columns: { label: string; value: number | null; partial?: boolean }[];
};

/** More rows than this make a picture nobody reads on a phone: fold the rest into "others" first. */
export const maxBars = 25;
export const maxColumns = 60;
