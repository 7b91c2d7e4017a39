import type { Answer, Group, KpiValue } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { isTime } from '../../kpi/dimensions.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { valueText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import { type LoyaltySpec, maxBars } from '../spec.ts';
import { bucketsOf, type Draft, frameOf, hasOrder, numberOf, ofAll } from './frame.ts';

type Row = LoyaltySpec['rows'][number];

/** Whether a score is made of promoters, passives and detractors. */
export const isLoyalty = ({ id }: KpiValue): boolean => findKpi(id)?.formula.kind === 'nps';

/** Promoters, passives and detractors over time or by group. A group without answers has no row, but a week has. */
export function loyaltyOf(answer: Answer): Draft | null {
  const [kpi] = answer.kpis;
  const [by] = answer.question.by;
  if (!kpi || !by) return null;
  const groups = hasOrder(by) ? answer.groups : answer.groups.filter(({ kpis: [own] }) => own?.loyalty);
  const shown = hasOrder(by) ? groups.slice(-maxBars) : groups.slice(0, maxBars);
  const { title, subtitle } = frameOf(answer, kpi);
  const span = isTime(by)
    ? lastOf(subtitle, shown.length, groups.length)
    : ofAll(subtitle, shown.length, groups.length);
  const buckets = bucketsOf(answer, by, shown);
  return {
    kind: 'loyalty',
    title,
    subtitle: [span, wholeText(kpi)].filter(Boolean).join(' · '),
    rows: shown.map((group, index) => rowOf(group, buckets[index]?.partial ?? false)),
    labels: {
      detractors: text('chart.loyalty.detractors'),
      passives: text('chart.loyalty.passives'),
      promoters: text('chart.loyalty.promoters'),
      score: kpiTitle(kpi.id),
    },
  };
}

const lastOf = (span: string, shown: number, all: number) =>
  shown < all ? text('chart.last', { span, shown, all }) : span;

/** The overall score with its margin, which shows whether rows really differ. */
function wholeText(kpi: KpiValue): string {
  const { value, loyalty } = kpi;
  if (value === null || !loyalty) return '';
  const { promoters, passives, detractors } = loyalty;
  return text('chart.loyalty.whole', {
    score: valueText(kpi),
    count: promoters + passives + detractors,
  });
}

function rowOf({ label, kpis: [kpi] }: Group, isPartial: boolean): Row {
  const { promoters, passives, detractors } = kpi?.loyalty ?? { promoters: 0, passives: 0, detractors: 0 };
  const name = isPartial ? text('chart.words.so_far', { label }) : label;
  return { label: name, detractors, passives, promoters, score: numberOf(kpi) };
}
