/**
 * What a chart shows, as plain JSON: made from a KPI's answer, sent to the drawing thread, hashed into the picture's key.
 * Nothing here knows how it is drawn. Texts are already in the reader's language; `locale` (BCP 47) is for the numbers.
 */
export type ChartSpec =
  | PaceSpec
  | BarsSpec
  | ColumnsSpec
  | HeatSpec
  | StackedSpec
  | FunnelSpec
  | LoyaltySpec
  | SparklineSpec;

/** What the numbers are. `percent` values are shares (0.25 = 25 %), `duration` values seconds, `money` values major units. */
export type ChartUnit =
  | { kind: 'count' }
  | { kind: 'percent' }
  | { kind: 'days' }
  | { kind: 'duration' }
  | { kind: 'ratio' }
  | { kind: 'score' }
  | { kind: 'money'; currency: string };

export type ThemeName = 'light' | 'dark';

type Frame = { title: string; subtitle: string; unit: ChartUnit; locale: string; theme: ThemeName };

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

/**
 * One number a pair, such as weekday × hour: `cells[row][column]`. `count` is what the value stands on; a cell that stands
 * on fewer than `fewest` is greyed and never named best. A null value is "no data".
 */
export type HeatSpec = Frame & {
  kind: 'heat';
  rows: string[];
  columns: string[];
  cells: { value: number | null; count: number }[][];
  fewest: number;
  labels: { row: string; column: string; value: string; count: string; few: string; best: string };
};

/** Two dimensions of what adds up: a column a bucket, made of at most `maxSeries` parts, the first at the bottom. */
export type StackedSpec = Frame & {
  kind: 'stacked';
  buckets: { label: string; partial?: boolean }[];
  /** One value a bucket, none of them negative. */
  series: { label: string; values: (number | null)[] }[];
};

/** From step to step, with the share that went on from the one before. At most `maxBars` steps. */
export type FunnelSpec = Frame & { kind: 'funnel'; steps: { label: string; value: number | null }[] };

/** Who answered what when asked for loyalty: a row a round or group, in numbers of answers, with its NPS (−100 to 100). */
export type LoyaltySpec = Omit<Frame, 'unit'> & {
  kind: 'loyalty';
  rows: { label: string; detractors: number; passives: number; promoters: number; score: number | null }[];
  labels: { detractors: string; passives: string; promoters: string; score: string };
};

/** A course at a glance, without axes, title or legend; at least two points, the last of them now. */
export type SparklineSpec = Frame & { kind: 'sparkline'; points: { label: string; value: number | null }[] };

/** More rows than this make a picture nobody reads on a phone: fold the rest into "others" first. */
export const maxBars = 16;
export const maxColumns = 60;
/** Columns of a heat map: a day's hours. */
export const maxHours = 24;
/** More colours than this nobody tells apart. */
export const maxSeries = 5;
