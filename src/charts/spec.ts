/**
 * What a chart shows, as plain JSON: made from an answer, sent to the drawing thread, hashed into the picture's key. It
 * does not say how it is drawn. Texts are in the reader's language already; `locale` (BCP 47) is for numbers.
 */
export type ChartSpec =
  | PaceSpec
  | BarsSpec
  | ColumnsSpec
  | HeatSpec
  | StackedSpec
  | LinesSpec
  | PartsSpec
  | GroupedSpec
  | BulletSpec
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

type Frame = {
  title: string;
  subtitle: string;
  unit: ChartUnit;
  locale: string;
  theme: ThemeName;
  /** What to know about the numbers; shown in words only. */
  note?: string;
};

/**
 * A running total compared with its target, over at least two days. All series are as long as `days`; null draws
 * nothing.
 */
export type PaceSpec = Frame & {
  kind: 'pace';
  /** One label per day of the period, such as "3 Mar"; only some are shown. */
  days: string[];
  /** Cumulative; null after today. */
  actual: (number | null)[];
  ideal: number[] | null;
  /** From today to the period's end. */
  projected: (number | null)[] | null;
  target: number | null;
  labels: { actual: string; ideal: string; projected: string; target: string };
};

/**
 * A breakdown: one horizontal bar per row, in the given order, at most `maxBars`. A null value is "no data", shown as
 * "–".
 */
export type BarsSpec = Frame & {
  kind: 'bars';
  /** `isRest`: the sum of the others, which is no group of its own. */
  bars: { label: string; value: number | null; target?: number; isRest?: boolean }[];
  labels: { value: string; target: string };
};

/** A column or point over time; `partial`: not complete yet. */
type Bucket = { label: string; partial?: boolean };

/** Over time: one column per week or month, at most `maxColumns`. */
export type ColumnsSpec = Frame & {
  kind: 'columns';
  columns: (Bucket & { value: number | null })[];
  /** The values compared with, one per column, drawn as a line across: the year before. */
  before?: { label: string; now: string; values: (number | null)[] };
};

/**
 * One number per pair, such as weekday × hour: `cells[row][column]`. `count`: how many facts the value is based on; a
 * cell with fewer than `fewest` is grey and never the best. A null value is "no data". Without a label for the counts,
 * the values are counts themselves.
 */
export type HeatSpec = Frame & {
  kind: 'heat';
  rows: string[];
  columns: string[];
  cells: { value: number | null; count: number }[][];
  fewest: number;
  labels: { row: string; column: string; value: string; count: string | null; few: string; best: string };
};

/**
 * Two dimensions of a KPI that adds up: one column per bucket, made of at most `maxSeries` parts, the first at the
 * bottom.
 */
export type StackedSpec = Frame & {
  kind: 'stacked';
  buckets: Bucket[];
  /** One value per bucket, none negative. */
  series: Series[];
};

/** One part or line; it has as many `values` as there are buckets or rows. */
export type Series = { label: string; values: (number | null)[] };

/** Over time, for a KPI that does not add up: one line per series, at most `maxSeries`. A null value is a gap. */
export type LinesSpec = Frame & { kind: 'lines'; buckets: Bucket[]; series: Series[] };

/** Two dimensions, neither of them time, of a KPI that adds up: one bar per row, made of parts, none negative. */
export type PartsSpec = Frame & { kind: 'parts'; rows: string[]; series: Series[] };

/** The same for a KPI that does not add up: for each row a bar per series; at most `maxGrouped` bars in all. */
export type GroupedSpec = Frame & { kind: 'grouped'; rows: string[]; series: Series[] };

/** Numbers with their own targets, each in its unit. `expected`: what an even pace would have reached by now. */
export type BulletSpec = Omit<Frame, 'unit'> & {
  kind: 'bullet';
  rows: { label: string; unit: ChartUnit; value: number | null; target: number; expected: number | null }[];
  labels: { value: string; target: string; expected: string; share: string };
};

/** Steps with the share that went on from the one before. At most `maxBars` steps. */
export type FunnelSpec = Frame & { kind: 'funnel'; steps: { label: string; value: number | null }[] };

/** Loyalty: one row per round or group, in numbers of answers, with its NPS (−100 to 100). */
export type LoyaltySpec = Omit<Frame, 'unit'> & {
  kind: 'loyalty';
  rows: { label: string; detractors: number; passives: number; promoters: number; score: number | null }[];
  labels: { detractors: string; passives: string; promoters: string; score: string };
};

/** A small line without axes, title or legend; at least two points, the last of them now. */
export type SparklineSpec = Frame & { kind: 'sparkline'; points: { label: string; value: number | null }[] };

/** Nobody reads a picture with more rows on a phone: combine the rest into "others" first. */
export const maxBars = 16;
export const maxColumns = 60;
export const maxGrouped = 24;
/** Columns of a heat map: a day's hours. */
export const maxHours = 24;
/** Nobody can tell more colours apart. */
export const maxSeries = 5;
