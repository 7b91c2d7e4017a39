import { type Figure, isOfSome, type KpiValue } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { aimOf } from '../../kpi/towards.ts';
import { figureText, numberText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { Pace } from '../../targets/pace.ts';

/** Short enough for one line on a phone. */
const BAR_LENGTH = 10;

/** A bar made of characters that shows the share of the target reached; it is full only when the target is met. */
function textBar(share: number): string {
  const full = Math.max(0, Math.min(BAR_LENGTH, Math.floor(share * BAR_LENGTH)));
  return '▰'.repeat(full) + '▱'.repeat(BAR_LENGTH - full);
}

/** Whether no working time is left, so that there is nothing "to go". */
const isOver = ({ expected, target }: Pace) => expected !== null && expected === target;

/** Says in a word or two whether the pace is kept; empty if there is no pace to judge. */
export function statusText({ pace }: KpiValue): string {
  if (!pace) return '';
  if (pace.toGo === 0) return text('answer.pace.met');
  if (isOver(pace)) return text('answer.pace.missed');
  return pace.status ? text(`answer.pace.${pace.status}`) : '';
}

/**
 * A goal as shown. A day's share of a goal is seldom whole, and nobody makes half a call: counts are rounded up to what
 * reaches the goal. A limit is not, as one more would exceed it.
 */
const goalRead = ({ id, unit }: Pick<KpiValue, 'id' | 'unit'>, goal: Figure | null): Figure | null =>
  goal !== null && unit === 'count' && findKpi(id)?.better !== 'down' ? Math.ceil(Number(goal)) : goal;

/** The goal as shown, as text. */
export const goalFigure = (kpi: KpiValue, goal = kpi.target): string => figureText(goalRead(kpi, goal), kpi);

/** Whether the goal shown is rounded up, so that people's goals may seem to add up to more than the total. */
export const isRoundedUp = (kpi: KpiValue): boolean => goalRead(kpi, kpi.target) !== kpi.target;

/**
 * The target with its bar, what is missing and whether the pace is kept. If only some people have targets, says what
 * these are, or that only those people count. Empty without a target.
 */
export function targetText(kpi: KpiValue): string {
  if (kpi.target === null) return someText(kpi);
  const target = goalFigure(kpi);
  const better = findKpi(kpi.id)?.better;
  if (better === 'down') return mostText(kpi, target);
  if (better === 'neither' || (kpi.unit !== 'count' && kpi.unit !== 'money'))
    return text('answer.target_rate', { target });
  const share = Number(kpi.value ?? 0) / Number(goalRead(kpi, kpi.target));
  const bar = text('answer.target', {
    bar: textBar(share),
    share: figureText(share, { unit: 'rate' }),
    target,
  });
  return [bar, standingText(kpi)].filter(Boolean).join(' · ');
}

/** A target where less is better is a limit: it is kept or not, so there is no bar. */
function mostText(kpi: KpiValue, target: string): string {
  const over = kpi.value === null ? null : Number(kpi.value) - Number(kpi.target);
  if (over === null) return text('answer.target_most', { target, standing: 'unknown', by: '' });
  const by = kpi.unit === 'rate' ? text('figure.points', { value: numberText(over * 100, 1) }) : figureText(over, kpi);
  return text('answer.target_most', { target, standing: over > 0 ? 'over' : 'kept', by });
}

/** Behind an even pace: by how much; otherwise how much is still to go. */
function standingText(kpi: KpiValue): string {
  const { pace } = kpi;
  if (!pace || pace.toGo === 0) return statusText(kpi);
  const toGo = figureText(kpi.unit === 'count' ? Math.ceil(pace.toGo) : pace.toGo, kpi);
  if (isOver(pace)) return text('answer.pace.missed_by', { value: toGo });
  if (pace.status === 'behind') return text('answer.pace.behind_by', { value: behindText(kpi) });
  return [statusText(kpi), text('answer.pace.to_go', { value: toGo })].filter(Boolean).join(' · ');
}

/** What is missing to an even pace; for counts less than one missing is not behind. */
export function behindText(kpi: KpiValue): string {
  const missing = (kpi.pace?.expected ?? 0) - (kpi.pace?.actual ?? 0);
  return figureText(kpi.unit === 'count' ? Math.floor(missing + 1e-9) : missing, kpi);
}

/**
 * Says that only some people have a target, which is no target for what all of them did. Empty if all have one, or
 * nobody.
 */
export function someText(kpi: KpiValue): string {
  if (!isOfSome(kpi)) return '';
  const { sum, ...people } = kpi.targetOf;
  if (isAimed(kpi)) return text('answer.reached_of', people);
  return [text('answer.target_rate', { target: goalFigure(kpi, sum) }), text('answer.target_of', people)].join(' · ');
}

/** The same for a breakdown, beside the value reached. */
export const someShortText = (kpi: KpiValue): string =>
  isOfSome(kpi) && isAimed(kpi) ? text('answer.reached_of_short', { ...kpi.targetOf }) : '';

/** Whether the KPI is about another KPI's target. */
function isAimed({ id }: KpiValue): boolean {
  const kpi = findKpi(id);
  return kpi !== undefined && aimOf(kpi) !== null;
}
