import type { BarsSpec, ColumnsSpec, PaceSpec } from '../../src/charts/spec.ts';

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
  columns: [
    { label: 'Oct', value: 80 },
    { label: 'Nov', value: 120 },
    { label: 'Dec', value: null },
    { label: 'Jan', value: 160 },
    { label: 'Feb', value: 40 },
    { label: 'Mar', value: 60, partial: true },
  ],
};
