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
  /** What is to be known about the numbers, in words only. */
  note?: string;
};

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
  /** `isRest`: the others of a few, which are no group of their own. */
  bars: { label: string; value: number | null; target?: number; isRest?: boolean }[];
  labels: { value: string; target: string };
};

/** A column or point over time; `partial` marks the one that is still running. */
type Bucket = { label: string; partial?: boolean };

/** Over time: one column a week or month, at most `maxColumns`. */
export type ColumnsSpec = Frame & {
  kind: 'columns';
  columns: (Bucket & { value: number | null })[];
  /** What it is compared with, one value a column, as a line across them: the year before. */
  before?: { label: string; now: string; values: (number | null)[] };
};

/**
 * One number a pair, such as weekday × hour: `cells[row][column]`. `count` is what the value stands on; a cell that stands
 * on fewer than `fewest` is greyed and never named best. A null value is "no data". Without a label for the counts the
 * values are counts themselves, and stand on nothing else.
 */
export type HeatSpec = Frame & {
  kind: 'heat';
  rows: string[];
  columns: string[];
  cells: { value: number | null; count: number }[][];
  fewest: number;
  labels: { row: string; column: string; value: string; count: string | null; few: string; best: string };
};

/** Two dimensions of what adds up: a column a bucket, made of at most `maxSeries` parts, the first at the bottom. */
export type StackedSpec = Frame & {
  kind: 'stacked';
  buckets: Bucket[];
  /** One value a bucket, none of them negative. */
  series: Series[];
};

/** One part or course; `values` are as many as there are buckets or rows. */
export type Series = { label: string; values: (number | null)[] };

/** Over time, of what does not add up: a line a series, at most `maxSeries`. A null value is a gap. */
export type LinesSpec = Frame & { kind: 'lines'; buckets: Bucket[]; series: Series[] };

/** Two dimensions of which none is over time, of what adds up: a bar a row, made of parts, none of them negative. */
export type PartsSpec = Frame & { kind: 'parts'; rows: string[]; series: Series[] };

/** The same of what does not add up: in each row a bar for every series; at most `maxGrouped` bars in all. */
export type GroupedSpec = Frame & { kind: 'grouped'; rows: string[]; series: Series[] };

/** Numbers against targets of their own, each in its unit. `expected` is what an even pace would have brought by now. */
export type BulletSpec = Omit<Frame, 'unit'> & {
  kind: 'bullet';
  rows: { label: string; unit: ChartUnit; value: number | null; target: number; expected: number | null }[];
  labels: { value: string; target: string; expected: string; share: string };
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
export const maxGrouped = 24;
/** Columns of a heat map: a day's hours. */
export const maxHours = 24;
/** More colours than this nobody tells apart. */
export const maxSeries = 5;
