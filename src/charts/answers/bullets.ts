import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { text } from '../../language/text.ts';
import { type BulletSpec, maxBars } from '../spec.ts';
import { type Draft, frameOf, numberOf, unitOf } from './frame.ts';

type Row = BulletSpec['rows'][number];

/** Whether several named KPIs all have a target; a single one only if it is an attainment. */
export function areBullets({ question, kpis }: Answer): boolean {
  if (question.kpis.length === 0 || kpis.length > maxBars) return false;
  const measured = kpis.every((kpi) => kpi.target !== null || isAttainment(kpi));
  return measured && kpis.length > 1 ? true : kpis.length === 1 && kpis.every(isAttainment);
}

/** Each KPI compared with its target, one below the other. */
export function bulletsOf(answer: Answer): Draft | null {
  const all = answer.kpis.flatMap((kpi) => rowOf(kpi, answer) ?? []);
  // An attainment has the label of its KPI; if that is there as well, it is shown once.
  const rows = all.filter((row, index) => all.findIndex(({ label }) => label === row.label) === index);
  if (rows.length === 0) return null;
  const [only] = answer.kpis;
  const named = answer.kpis.length === 1 && only ? kpiTitle(only.id) : text('chart.against_targets');
  const { title, subtitle } = frameOf(answer, undefined, named);
  return {
    kind: 'bullet',
    title,
    subtitle,
    rows,
    labels: {
      value: text('answer.chart.actual'),
      target: text('answer.chart.target'),
      expected: text('chart.expected'),
      share: text('chart.share'),
    },
  };
}

const isAttainment = ({ id }: KpiValue) => findKpi(id)?.formula.kind === 'attainment';

function rowOf(kpi: KpiValue, { currency, period }: Answer): Row | null {
  const formula = findKpi(kpi.id)?.formula;
  if (formula?.kind === 'attainment') {
    const of = findKpi(formula.of);
    if (!of || kpi.numerator === null || kpi.denominator === null) return null;
    const [value, target] = [Number(kpi.numerator), Number(kpi.denominator)];
    return { label: kpiTitle(of.id), unit: unitOf(of.unit, currency), value, target, expected: null };
  }
  if (kpi.target === null) return null;
  return {
    label: kpiTitle(kpi.id),
    unit: unitOf(kpi.unit, currency),
    value: numberOf(kpi),
    target: Number(kpi.target),
    // Once a period is over, an even pace equals the target, so there is no mark for "by now".
    expected: period.running ? (kpi.pace?.expected ?? null) : null,
  };
}
