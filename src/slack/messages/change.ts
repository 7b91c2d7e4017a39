import type { KpiValue } from '../../kpi/answer.ts';
import type { Kpi } from '../../kpi/definition.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { figureText, numberText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';

/** Says in plain words whether a value is up or down, and from what to what; empty if there is nothing to compare. */
export function directionText(kpi: KpiValue): string {
  const { value, previous, recordsBegin, loyalty, changeMargin } = kpi;
  if (value === null || previous === null || recordsBegin) return '';
  const difference = Number(value) - Number(previous);
  const margin = loyalty?.changeMargin ?? changeMargin;
  const isChance = margin === null || (margin !== undefined && Math.abs(difference) <= margin);
  const [now, before] = [figureText(value, kpi), figureText(previous, kpi)];
  const direction = now === before ? 'same' : isChance ? 'chance' : difference > 0 ? 'up' : 'down';
  return text('moved.direction', { title: kpiTitle(kpi.id), direction, now, before });
}

/**
 * How a value moved against the comparison period: in percent, or in points for a rate or score. It says better or
 * worse in words: an arrow does not, and some people cannot see colours. Changes of NPS, satisfaction or survey scores
 * within their margin of error are called no change; if the margin is unknown, it says neither. Empty if there is
 * nothing to compare with, or only a part of a period, as more than a part is no growth.
 */
export function changeText({ value, previous, unit, recordsBegin, ...rest }: KpiValue, better: Kpi['better']): string {
  if (value === null || previous === null || recordsBegin) return '';
  const now = Number(value);
  const before = Number(previous);
  const difference = now - before;
  if (difference === 0) return text('answer.change.same');
  const margin = rest.loyalty?.changeMargin ?? rest.changeMargin;
  const told = { before: unit === 'rate' ? figureText(before, { unit }) : numberText(before, 0) };
  if (margin === null) return text('answer.change.unknown', told);
  if (margin !== undefined && Math.abs(difference) <= margin) return text('answer.change.chance', told);
  const inPoints = unit === 'rate' || unit === 'score';
  if (!inPoints && before === 0)
    return text('answer.change.from', { value: figureText(previous, { unit, currency: rest.currency ?? 'USD' }) });
  const ofScore = unit === 'score' ? difference : difference * 100;
  const size = Math.abs(inPoints ? ofScore : (difference / before) * 100);
  const rounded = numberText(size, size < 10 ? 1 : 0);
  if (rounded === '0') return text('answer.change.same');
  const change = text(inPoints ? 'figure.points' : 'figure.rate', { value: rounded });
  const direction = difference > 0 ? 'up' : 'down';
  if (better === 'neither') return text(`answer.change.${direction}`, { change });
  return text(`answer.change.${direction}_${direction === better ? 'better' : 'worse'}`, { change });
}
