import type { KpiValue } from '../../kpi/answer.ts';
import { figureText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { Pace } from '../../targets/pace.ts';

/** Short enough for one line on a phone. */
const BAR_LENGTH = 10;

/** A bar of text, as full as the share of the target; it never looks full before it is. */
function textBar(share: number): string {
  const full = Math.max(0, Math.min(BAR_LENGTH, Math.floor(share * BAR_LENGTH)));
  return '▰'.repeat(full) + '▱'.repeat(BAR_LENGTH - full);
}

/** Whether all of the working time is gone: then nothing is to go any more. */
const isOver = ({ expected, target }: Pace) => expected !== null && expected === target;

/** Whether an even pace is kept, in a word or two; empty where there is no pace to judge. */
export function statusText({ pace }: KpiValue): string {
  if (!pace) return '';
  if (pace.toGo === 0) return text('answer.pace.met');
  if (isOver(pace)) return text('answer.pace.missed');
  return pace.status ? text(`answer.pace.${pace.status}`) : '';
}

/** The target with its bar, what is missing and how it stands to an even pace; empty without a target. */
export function targetText(kpi: KpiValue): string {
  if (kpi.target === null) return '';
  const write = (value: number) => figureText(kpi.unit === 'count' ? Math.ceil(value) : value, kpi);
  const target = figureText(kpi.target, kpi);
  if (kpi.unit !== 'count' && kpi.unit !== 'money') return text('answer.target_rate', { target });
  const share = Number(kpi.value ?? 0) / Number(kpi.target);
  const bar = text('answer.target', {
    bar: textBar(share),
    share: figureText(share, { unit: 'rate' }),
    target,
  });
  return [bar, standingText(kpi, write), peopleText(kpi)].filter(Boolean).join(' · ');
}

/** Whoever is behind an even pace wants to know by how much; others, how far it is still. */
function standingText(kpi: KpiValue, write: (value: number) => string): string {
  const { pace } = kpi;
  if (!pace || pace.toGo === 0) return statusText(kpi);
  if (isOver(pace)) return text('answer.pace.missed_by', { value: write(pace.toGo) });
  if (pace.status === 'behind' && pace.expected !== null)
    return text('answer.pace.behind_by', { value: write(pace.expected - pace.actual) });
  return [statusText(kpi), text('answer.pace.to_go', { value: write(pace.toGo) })].filter(Boolean).join(' · ');
}

const peopleText = ({ targetOf }: KpiValue) =>
  targetOf && targetOf.withTarget < targetOf.members ? text('answer.target_of', targetOf) : '';
