import { text } from '../language/text.ts';
import { cellsOf } from './heat-cells.ts';
import { scoreText } from './loyalty-chart.ts';
import { numberFormat } from './numbers.ts';
import type { ChartSpec, FunnelSpec, HeatSpec, PaceSpec } from './spec.ts';
import { totalOf } from './stacked-chart.ts';

type Point = { label: string; value: number | null; partial?: boolean };

/** What one sees in a chart at the first glance, in a sentence or two. */
export function wordsOf(spec: ChartSpec): string {
  switch (spec.kind) {
    case 'pace':
      return paceWords(spec);
    case 'bars':
      return extremes(spec.bars, numberFormat(spec.unit, spec.locale));
    case 'columns':
      return course(spec.columns, numberFormat(spec.unit, spec.locale));
    case 'sparkline':
      return course(spec.points, numberFormat(spec.unit, spec.locale));
    case 'stacked': {
      const totals = spec.buckets.map((bucket, index) => ({ ...bucket, value: totalOf(spec, index) }));
      return course(totals, numberFormat(spec.unit, spec.locale));
    }
    case 'loyalty':
      return extremes(
        spec.rows.map(({ label, score }) => ({ label, value: score })),
        (score) => scoreText(score, spec.locale),
      );
    case 'heat':
      return heatWords(spec);
    case 'funnel':
      return funnelWords(spec);
  }
}

const known = (points: Point[]) => points.flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }]));

/** Highest and lowest; what is still running is neither, as long as there is something else. */
function extremes(points: Point[], format: (value: number) => string): string {
  const all = known(points);
  const complete = all.filter(({ partial }) => !partial);
  const ranked = (complete.length ? complete : all).sort((a, b) => b.value - a.value);
  const [highest, lowest] = [ranked[0], ranked.at(-1)];
  if (!highest || !lowest) return text('chart.words.none');
  const said = ({ label, value }: { label: string; value: number }) => `${label} ${format(value)}`;
  if (highest === lowest) return text('chart.words.only', { label: highest.label, value: format(highest.value) });
  return text('chart.words.extremes', { highest: said(highest), lowest: said(lowest) });
}

/** The same of what runs over time, and where it stands now. */
function course(points: Point[], format: (value: number) => string): string {
  const last = known(points).at(-1);
  if (!last || points.length < 2) return extremes(points, format);
  const label = last.partial ? text('chart.words.so_far', { label: last.label }) : last.label;
  return `${extremes(points, format)} ${text('chart.words.last', { last: `${label} ${format(last.value)}` })}`;
}

function paceWords({ days, actual, projected, target, labels, unit, locale }: PaceSpec): string {
  const format = numberFormat(unit, locale);
  const today = actual.findLastIndex((value) => value !== null);
  const figures = [
    { name: `${labels.actual} (${days[today] ?? ''})`, value: actual[today] ?? null },
    { name: labels.projected, value: projected?.at(-1) ?? null },
    { name: labels.target, value: target },
  ];
  const said = figures.flatMap(({ name, value }) =>
    value === null ? [] : [text('chart.words.only', { label: name, value: format(value) })],
  );
  return said.join(' ');
}

function heatWords(spec: HeatSpec): string {
  const { best } = cellsOf(spec);
  if (!best || best.value === null) return text('chart.words.no_best');
  const value = numberFormat(spec.unit, spec.locale)(best.value);
  return text('chart.words.best', {
    row: best.row,
    column: best.column,
    value,
    count: best.count,
    counted: spec.labels.count,
  });
}

function funnelWords({ steps, unit, locale }: FunnelSpec): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first?.value || !last || last.value === null) return text('chart.words.none');
  const format = numberFormat(unit, locale);
  return text('chart.words.funnel', {
    first: first.label,
    entered: format(first.value),
    last: last.label,
    arrived: format(last.value),
    share: numberFormat({ kind: 'percent' }, locale)(last.value / first.value),
  });
}
