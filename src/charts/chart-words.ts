import { text } from '../language/text.ts';
import { shareOf } from './bullet-chart.ts';
import { cellsOf } from './heat-cells.ts';
import { scoreText } from './loyalty-chart.ts';
import { noData, numberFormat } from './numbers.ts';
import type {
  BulletSpec,
  ChartSpec,
  FunnelSpec,
  GroupedSpec,
  HeatSpec,
  LinesSpec,
  LoyaltySpec,
  PaceSpec,
} from './spec.ts';
import { totalOf } from './stacked-chart.ts';

type Point = { label: string; value: number | null; partial?: boolean; isRest?: boolean };

/** What a chart shows at first glance, in a sentence or two. */
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
    case 'lines':
    case 'grouped':
      return severalWords(spec);
    case 'parts': {
      const totals = spec.rows.map((label, index) => ({ label, value: totalOf(spec, index) }));
      return extremes(totals, numberFormat(spec.unit, spec.locale));
    }
    case 'bullet':
      return bulletWords(spec);
    case 'stacked': {
      const totals = spec.buckets.map((bucket, index) => ({ ...bucket, value: totalOf(spec, index) }));
      return course(totals, numberFormat(spec.unit, spec.locale));
    }
    case 'loyalty':
      return loyaltyWords(spec);
    case 'heat':
      return heatWords(spec);
    case 'funnel':
      return funnelWords(spec);
  }
}

const known = (points: Point[]) => points.flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }]));

/** The highest and lowest value. Incomplete buckets and *others* do not count, if there is anything else. */
function extremes(points: Point[], format: (value: number) => string): string {
  const named = points.filter(({ isRest }) => !isRest);
  const all = known(named.length ? named : points);
  const complete = all.filter(({ partial }) => !partial);
  const ranked = (complete.length ? complete : all).sort((a, b) => b.value - a.value);
  const [highest, lowest] = [ranked[0], ranked.at(-1)];
  if (!highest || !lowest) return text('chart.words.none');
  const said = ({ label, value }: { label: string; value: number }) => `${label} ${format(value)}`;
  if (highest === lowest) return text('chart.words.only', { label: highest.label, value: format(highest.value) });
  if (highest.value === lowest.value) return text('chart.words.all_equal', { value: format(highest.value) });
  return text('chart.words.extremes', { highest: said(highest), lowest: said(lowest) });
}

/** The same for values over time, and the current one. */
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

/** Each series' highest and lowest value, or its current one. */
function severalWords(spec: LinesSpec | GroupedSpec): string {
  const format = numberFormat(spec.unit, spec.locale);
  const places = spec.kind === 'lines' ? spec.buckets : spec.rows.map((label) => ({ label }));
  const said = spec.series.map(({ label, values }) => {
    const points = places.map((place, index) => ({ ...place, value: values[index] ?? null }));
    const words = spec.kind === 'lines' ? course(points, format) : extremes(points, format);
    return text('chart.words.of', { label, words });
  });
  return said.join(' ');
}

function bulletWords({ rows, labels, locale }: BulletSpec): string {
  const percent = numberFormat({ kind: 'percent' }, locale);
  const said = rows.map((row) => {
    const format = numberFormat(row.unit, locale);
    const share = shareOf(row);
    return text(row.expected === null ? 'chart.words.of_target' : 'chart.words.of_target_paced', {
      label: row.label,
      value: row.value === null ? noData : format(row.value),
      target: format(row.target),
      share: share === null ? noData : percent(share),
      expected: row.expected === null ? '' : `${labels.expected} ${format(row.expected)}`,
    });
  });
  return said.join(' ');
}

/** Where people are most and least loyal, with their counts, which a score alone does not show. */
function loyaltyWords({ rows, labels, locale }: LoyaltySpec): string {
  const ranked = rows.filter(({ score }) => score !== null).sort((a, b) => Number(b.score) - Number(a.score));
  const [highest, lowest] = [ranked[0], ranked.at(-1)];
  if (!highest || !lowest) return text('chart.words.none');
  const partsOf = (row: LoyaltySpec['rows'][number]) => {
    const parts = (['promoters', 'passives', 'detractors'] as const).map((part) => `${labels[part]} ${row[part]}`);
    return text('chart.words.parted', { score: scoreText(row.score, locale), parts: parts.join(', ') });
  };
  const said = (row: LoyaltySpec['rows'][number]) => `${row.label} ${partsOf(row)}`;
  if (highest === lowest) return text('chart.words.only', { label: highest.label, value: partsOf(highest) });
  return text('chart.words.extremes', { highest: said(highest), lowest: said(lowest) });
}

function heatWords(spec: HeatSpec): string {
  const { best } = cellsOf(spec);
  if (!best || best.value === null) return text('chart.words.no_best');
  const value = numberFormat(spec.unit, spec.locale)(best.value);
  return text(spec.labels.count === null ? 'chart.words.highest' : 'chart.words.best', {
    row: best.row,
    column: best.column,
    value,
    best: spec.labels.best,
    counted: spec.labels.count ?? '',
    count: best.count,
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
