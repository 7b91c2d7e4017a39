import type {
  BarsSpec,
  BulletSpec,
  ColumnsSpec,
  FunnelSpec,
  GroupedSpec,
  HeatSpec,
  LinesSpec,
  LoyaltySpec,
  PaceSpec,
  PartsSpec,
  SparklineSpec,
  StackedSpec,
} from '../../src/charts/spec.ts';

/** Example charts with made-up numbers. */
const days = Array.from({ length: 31 }, (_, day) => `${day + 1} Mar`);
const soFar = days.slice(0, 19).map((_, day) => 4_100 * (day + 1) + 2_500 * Math.sin(day));
const today = soFar.length - 1;

export const pace: PaceSpec = {
  kind: 'pace',
  title: 'Revenue – Anna Keller',
  subtitle: 'March 2024, on pace: 65% of target',
  unit: { kind: 'money', currency: 'USD' },
  locale: 'en',
  theme: 'light',
  days,
  actual: days.map((_, day) => soFar[day] ?? null),
  ideal: days.map((_, day) => (120_000 * (day + 1)) / days.length),
  projected: days.map((_, day) => (day < today ? null : soFar[today]! + 4_050 * (day - today))),
  target: 120_000,
  labels: { actual: 'So far', ideal: 'Even pace', projected: 'Projected', target: 'Target' },
};

export const bars: BarsSpec = {
  kind: 'bars',
  title: 'Deals won by rep',
  subtitle: 'Q1 2024',
  unit: { kind: 'count' },
  locale: 'en',
  theme: 'light',
  bars: [
    { label: 'Anna Keller', value: 40, target: 36 },
    { label: 'Zane Levy', value: 20, target: 30 },
    { label: 'Maximiliana Featherstonehaugh-Cholmondeley', value: 10, target: 12 },
    { label: 'Daniell Hammack', value: 0, target: 12 },
    { label: 'Boris Faz', value: null },
  ],
  labels: { value: 'Won', target: 'Target' },
};

export const columns: ColumnsSpec = {
  kind: 'columns',
  title: 'Meetings held',
  subtitle: 'by month, last six',
  unit: { kind: 'count' },
  locale: 'en',
  theme: 'light',
  columns: [
    { label: 'Oct', value: 80 },
    { label: 'Nov', value: 120 },
    { label: 'Dec', value: null },
    { label: 'Jan', value: 160 },
    { label: 'Feb', value: 40 },
    { label: 'Mar', value: 60, partial: true },
  ],
};

const hours = ['9:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00'];

/** Tuesday at 10 is best; Friday at 17 would be, on two calls; Monday at 12 nobody called. */
export const heat: HeatSpec = {
  kind: 'heat',
  title: 'Best time to call',
  subtitle: 'Call answer rate, Q1 2024',
  unit: { kind: 'percent' },
  locale: 'en',
  theme: 'light',
  rows: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  columns: hours,
  cells: Array.from({ length: 5 }, (_, day) =>
    hours.map((_, hour) => {
      if (day === 4 && hour === 8) return { value: 1, count: 2 };
      if (day === 0 && hour === 3) return { value: null, count: 0 };
      if (day === 1 && hour === 1) return { value: 0.62, count: 50 };
      return { value: (18 + ((7 * day + 11 * hour) % 40)) / 100, count: 20 + hour };
    }),
  ),
  fewest: 5,
  labels: {
    row: 'Weekday',
    column: 'Hour',
    value: 'Answer rate',
    count: 'Calls',
    few: 'under 5 calls',
    best: 'Best',
  },
};

export const stacked: StackedSpec = {
  kind: 'stacked',
  title: 'Revenue by region by month',
  subtitle: 'this half-year',
  unit: { kind: 'money', currency: 'EUR' },
  locale: 'en',
  theme: 'light',
  buckets: [
    { label: 'Jan' },
    { label: 'Feb' },
    { label: 'Mar' },
    { label: 'Apr' },
    { label: 'May' },
    { label: 'Jun', partial: true },
  ],
  series: [
    { label: 'East', values: [40_000, 52_000, 61_000, null, 58_000, 20_000] },
    { label: 'West', values: [30_000, 26_000, 33_000, null, 41_000, 12_000] },
    { label: 'Central', values: [20_000, 24_000, 2_000, null, 26_000, 9_000] },
    { label: 'Others', values: [10_000, 9_000, 12_000, null, null, 4_000] },
  ],
};

export const funnel: FunnelSpec = {
  kind: 'funnel',
  title: 'From lead to customer',
  subtitle: 'Leads of Q1 2024',
  unit: { kind: 'count' },
  locale: 'en',
  theme: 'light',
  steps: [
    { label: 'Leads', value: 400 },
    { label: 'Qualified', value: 200 },
    { label: 'Converted', value: 10 },
  ],
};

export const loyalty: LoyaltySpec = {
  kind: 'loyalty',
  title: 'NPS by quarter',
  subtitle: '412 answers',
  locale: 'en',
  theme: 'light',
  rows: [
    { label: 'Q1 2024', detractors: 20, passives: 30, promoters: 50, score: 30 },
    { label: 'Q2 2024', detractors: 45, passives: 35, promoters: 20, score: -25 },
    { label: 'Q3 2024', detractors: 0, passives: 0, promoters: 0, score: null },
    { label: 'Q4 2024', detractors: 2, passives: 28, promoters: 70, score: 68 },
  ],
  labels: { detractors: 'Detractors', passives: 'Passives', promoters: 'Promoters', score: 'NPS' },
};

export const sparkline: SparklineSpec = {
  kind: 'sparkline',
  title: 'Revenue',
  subtitle: 'last twelve weeks',
  unit: { kind: 'money', currency: 'USD' },
  locale: 'en',
  theme: 'light',
  points: [8, 12, 9, 14, 15, null, 13, 18, 16, 21, 20, 24].map((value, week) => ({
    label: `W${week + 1}`,
    value: value === null ? null : 1_000 * value,
  })),
};

/** Each a rate, so that none of them adds up. */
export const lines: LinesSpec = {
  kind: 'lines',
  title: 'Win rate by region by month',
  subtitle: 'this half-year',
  unit: { kind: 'percent' },
  locale: 'en',
  theme: 'light',
  buckets: stacked.buckets,
  series: [
    { label: 'East', values: [0.4, 0.45, 0.5, 0.52, 0.48, 0.6] },
    { label: 'West', values: [0.3, 0.26, null, 0.2, 0.25, 0.2] },
    { label: 'Central', values: [null, 0.8, null, null, 0.7, 0.72] },
  ],
};

export const parts: PartsSpec = {
  kind: 'parts',
  title: 'Revenue by person by product',
  subtitle: 'Q1 2024',
  unit: { kind: 'money', currency: 'EUR' },
  locale: 'en',
  theme: 'light',
  rows: ['Anna Keller', 'Zane Levy', 'Boris Faz'],
  series: [
    { label: 'GTX Pro', values: [80_000, 40_000, null] },
    { label: 'GTX Basic', values: [40_000, 1_000, 20_000] },
    { label: 'Others (4)', values: [5_000, 10_000, null] },
  ],
};

export const grouped: GroupedSpec = {
  kind: 'grouped',
  title: 'Win rate by team by product',
  subtitle: 'Q1 2024',
  unit: { kind: 'percent' },
  locale: 'en',
  theme: 'light',
  rows: ['North', 'South'],
  series: [
    { label: 'GTX Pro', values: [0.6, 0.3] },
    { label: 'GTX Basic', values: [0.3, null] },
  ],
};

/** Revenue is a quarter short of its pace, calls are beyond their target, and nobody knows the show rate. */
export const bullet: BulletSpec = {
  kind: 'bullet',
  title: 'Against targets · Anna Keller',
  subtitle: '1–31 Mar 2024',
  locale: 'en',
  theme: 'light',
  rows: [
    { label: 'Revenue', unit: { kind: 'money', currency: 'EUR' }, value: 30_000, target: 60_000, expected: 40_000 },
    { label: 'Calls made', unit: { kind: 'count' }, value: 300, target: 240, expected: 160 },
    { label: 'Win rate', unit: { kind: 'percent' }, value: 0.3, target: 0.4, expected: null },
    { label: 'Show rate', unit: { kind: 'percent' }, value: null, target: 0.8, expected: null },
  ],
  labels: { value: 'Actual', target: 'Target', expected: 'Even pace by now', share: 'Of target' },
};

export const compared: ColumnsSpec = {
  ...columns,
  title: 'Meetings held vs last year',
  before: { label: 'A year before', now: 'Actual', values: [90, 60, 110, 120, 80, 130] },
};
