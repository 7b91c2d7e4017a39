import { hasOrder } from '../../charts/answers/frame.ts';
import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { addsUp } from '../../kpi/definition.ts';
import { FEWEST_FACTS } from '../../kpi/fewest.ts';
import { valueText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import { escaped } from './mrkdwn.ts';
import { withParts } from './parts.ts';

/** Cells named at each end; for more there is the file. */
const MOST_NAMED = 3;

interface Cell {
  label: string;
  kpi: KpiValue;
}

/** Whether an answer is drawn as a heat map: one number by two dimensions that each have an order. */
export function isHeat({ question: { by }, kpis, groups }: Answer): boolean {
  return kpis.length === 1 && by.length === 2 && by.every(hasOrder) && groups.length > 0;
}

/**
 * A heat map in words: the whole, where it is highest and, unless it is a count, lowest, and how many cells have too
 * few facts to be named. Listing every cell would take dozens of lines; `hasFile` says whether a button sends them all
 * as a file.
 */
export function heatLines({ subject, kpis, groups }: Answer, hasFile: boolean): string[] {
  const [whole] = kpis;
  const kpi = whole && findKpi(whole.id);
  if (!whole || !kpi) return [];
  const standsOn = ({ value, denominator }: KpiValue) =>
    addsUp(kpi) ? FEWEST_FACTS : Number((value === null ? 0 : denominator) ?? 0);
  const cells = groups.flatMap(({ label, groups: within = [] }) =>
    within.flatMap(({ label: inner, kpis: [own] }): Cell[] =>
      own && own.value !== null ? [{ label: `${label} ${inner}`, kpi: own }] : [],
    ),
  );
  const judged = cells.filter((cell) => standsOn(cell.kpi) >= FEWEST_FACTS);
  const ranked = judged.sort((a, b) => Number(b.kpi.value) - Number(a.kpi.value) || standsOn(b.kpi) - standsOn(a.kpi));
  const highest = ranked.slice(0, MOST_NAMED);
  // A cell where nothing was counted is in no group, so the lowest one here would not be the true lowest.
  const lowest = addsUp(kpi) ? [] : ranked.slice(Math.max(MOST_NAMED, ranked.length - MOST_NAMED)).reverse();
  const tooFew = cells.length - judged.length;
  const few = {
    count: tooFew,
    all: cells.length,
    fewest: FEWEST_FACTS,
    counted: text('chart.counted', { kpi: kpi.id }),
  };
  const rest = [
    ...(tooFew > 0 ? [text('answer.heat.few', few)] : []),
    ...(hasFile ? [text('answer.heat.file', { button: text('answer.button.csv') })] : []),
  ];
  return [
    `*${escaped(subject)}*  ${withParts(`*${valueText(whole)}*`, whole)}`,
    ...(highest.length ? [[text('answer.heat.highest'), ...highest.map(cellText)].join('\n')] : []),
    ...(lowest.length ? [[text('answer.heat.lowest'), ...lowest.map(cellText)].join('\n')] : []),
    ...(rest.length ? [rest.join(' ')] : []),
  ];
}

function cellText({ label, kpi }: Cell): string {
  return `• ${escaped(label)}  ${withParts(`*${valueText(kpi)}*`, kpi)}`;
}
