import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { addsUpBy } from '../../kpi/dimensions.ts';
import type { Dimension } from '../../kpi/question.ts';
import { text } from '../../language/text.ts';
import { maxBars, maxColumns, maxGrouped, maxSeries, type Series } from '../spec.ts';
import { bucketsOf, type Draft, frameOf, hasOrder, numberOf, ofAll } from './frame.ts';
import { type Grid, gridOf, type Place, turned } from './grid.ts';
import { heatOf } from './heat.ts';

/**
 * One KPI by two dimensions: a heat map if both have an order, stacked columns if one is time, otherwise stacked bars.
 * If the parts do not add up, nothing is stacked: there are lines, or bars below each other.
 */
export function twoByOf(answer: Answer): Draft | null {
  const [kpi] = answer.kpis;
  const [first, second] = answer.question.by;
  if (!kpi || !first || !second) return null;
  const grid = gridOf(answer);
  if (grid.rows.length === 0 || grid.columns.length === 0) return null;
  if (hasOrder(first) && hasOrder(second)) return heatOf(answer, grid);
  const isTurned = hasOrder(second);
  const along = isTurned ? turned(grid) : grid;
  const parts = isTurned ? first : second;
  return hasOrder(isTurned ? second : first)
    ? overTime(answer, kpi, along, isTurned ? second : first, parts)
    : byGroup(answer, kpi, along, first, parts);
}

function overTime(answer: Answer, kpi: KpiValue, grid: Grid, by: Dimension, parts: Dimension): Draft {
  const places = grid.rows.slice(-maxColumns);
  const buckets = bucketsOf(answer, by, places);
  const stacked = isStack(grid, kpi, parts);
  const { series, shown } = seriesOf(grid, places, stacked);
  const { subtitle: span, ...frame } = frameOf(answer, kpi);
  const subtitle = ofAll(span, shown, grid.columns.length);
  return { kind: stacked ? 'stacked' : 'lines', ...frame, subtitle, buckets, series };
}

function byGroup(answer: Answer, kpi: KpiValue, grid: Grid, by: Dimension, parts: Dimension): Draft {
  const stacked = isStack(grid, kpi, parts);
  const bars = Math.min(grid.columns.length, maxSeries);
  const most = stacked ? maxBars : Math.floor(maxGrouped / bars);
  const fits = grid.rows.length <= most;
  const foldsRest = stacked && !fits && adds(kpi, by);
  const places = fits ? grid.rows : grid.rows.slice(0, foldsRest ? most - 1 : most);
  const { series, shown } = seriesOf(grid, foldsRest ? grid.rows : places, stacked);
  const rest = grid.rows.length - places.length;
  const { subtitle: span, ...frame } = frameOf(answer, kpi);
  const [of, all] = fits ? [shown, grid.columns.length] : [places.length, grid.rows.length];
  return {
    kind: stacked ? 'parts' : 'grouped',
    ...frame,
    subtitle: ofAll(span, of, all),
    rows: [...places.map(({ label }) => label), ...(foldsRest ? [text('chart.others', { count: rest })] : [])],
    series: foldsRest ? series.map((each) => folded(each, places.length)) : series,
  };
}

const adds = ({ id }: KpiValue, by: Dimension): boolean => {
  const kpi = findKpi(id);
  return kpi !== undefined && addsUpBy(kpi, by);
};

/** Whether the parts make up a whole. Negative values cannot be part of a column. */
const isStack = ({ rows, columns, at }: Grid, kpi: KpiValue, parts: Dimension) =>
  adds(kpi, parts) && rows.every((row) => columns.every((column) => (numberOf(at(row, column)) ?? 0) >= 0));

/** The parts that a picture has colours for, largest first; if they add up, the rest becomes one more part. */
function seriesOf({ columns, at }: Grid, places: Place[], addUp: boolean): { series: Series[]; shown: number } {
  const all = columns.map((column) => {
    const kpis = places.map((place) => at(place, column));
    return { label: column.label, values: kpis.map(numberOf), weight: sum(kpis.map((kpi) => weightOf(kpi, addUp))) };
  });
  const ranked = all.sort((a, b) => b.weight - a.weight);
  const series = ranked.map(({ label, values }): Series => ({ label, values }));
  if (series.length <= maxSeries) return { series, shown: series.length };
  if (!addUp) return { series: series.slice(0, maxSeries), shown: maxSeries };
  const rest = series.slice(maxSeries - 1);
  const values = places.map((_, index) => sumOfKnown(rest.map((each) => each.values[index] ?? null)));
  const others = { label: text('chart.others', { count: rest.length }), values };
  return { series: [...series.slice(0, maxSeries - 1), others], shown: maxSeries - 1 };
}

/** A part's weight: its sum, or how many facts its rate is based on. */
const weightOf = (kpi: KpiValue | undefined, addUp: boolean) =>
  Number((addUp ? kpi?.value : (kpi?.denominator ?? kpi?.value)) ?? 0);

/** Combines the rows from `most` on into one. */
const folded = ({ label, values }: Series, most: number): Series => ({
  label,
  values: [...values.slice(0, most), sumOfKnown(values.slice(most))],
});

const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

function sumOfKnown(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length ? sum(known) : null;
}
