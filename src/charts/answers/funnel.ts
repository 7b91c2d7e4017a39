import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { funnels } from '../../kpi/funnels.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { text, textIfAny } from '../../language/text.ts';
import { type Draft, frameOf, numberOf } from './frame.ts';

/** The funnels, and the lead funnel by what happened in the period. */
const drawn = [
  { name: 'lead', isCohort: true, steps: funnels.lead },
  { name: 'lead', isCohort: false, steps: ['leads_generated', 'qualified_leads'] },
  { name: 'deal', isCohort: false, steps: funnels.deal },
] as const;

/** Whether the KPIs are steps of one funnel, without gaps. */
export const isFunnel = (kpis: readonly KpiValue[]): boolean => funnelFor(kpis) !== undefined;

function funnelFor(kpis: readonly KpiValue[]) {
  const asked = new Set(kpis.map(({ id }) => id));
  if (asked.size < 2) return undefined;
  return drawn.find(({ steps }) => {
    const places = steps.flatMap((step, index) => (asked.has(step) ? [index] : []));
    const [first = 0, last = 0] = [places[0], places.at(-1)];
    return places.length === asked.size && last - first === places.length - 1;
  });
}

/** Draws the steps from first to last, in whatever order they were named. */
export function funnelOf(answer: Answer): Draft | null {
  const funnel = funnelFor(answer.kpis);
  if (!funnel) return null;
  const steps = funnel.steps.flatMap((step) => {
    const kpi = answer.kpis.find(({ id }) => id === step);
    if (!kpi) return [];
    return [{ label: textIfAny(`chart.step.${step}`) ?? kpiTitle(step), value: arrived(kpi) }];
  });
  const { title, subtitle } = frameOf(answer, undefined, text(`chart.funnel.${funnel.name}`));
  const how = text(funnel.isCohort ? 'chart.funnel.cohort' : 'chart.funnel.events');
  return { kind: 'funnel', title, subtitle: `${subtitle} · ${how}`, unit: { kind: 'count' }, steps };
}

/** How many reached a step; for a rate, its numerator. */
const arrived = (kpi: KpiValue): number | null => {
  if (kpi.unit !== 'rate') return numberOf(kpi);
  return kpi.numerator === null ? null : Number(kpi.numerator);
};
