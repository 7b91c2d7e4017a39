import type { Kpi } from '../../src/kpi/definition.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import { text } from '../../src/language/text.ts';
import { writtenRate } from '../../src/records/written-rate.ts';
import type { Amount } from '../../src/targets/amount.ts';
import { readTimeGoal, typedTime } from '../../src/targets/time-goal.ts';

/** The largest value that the database can hold. */
const MOST = 1e15;
/** Decimals that the database keeps; for a rate, two of its percentage. */
const KEPT = 4;
const DAY = 24 * 3600;

/** Whether the database keeps all of a number. Binary rounding noise is ignored: nobody typed it. */
const isKept = (value: number): boolean => Number(value.toFixed(KEPT)) === Number(value.toPrecision(12));

/** A goal's value in its KPI's unit: a rate of 40 or 40 % as 0.4, a duration of `12m` as seconds. */
export function targetValue(amount: Amount, typed: string, { id, unit }: Kpi): { value: string } | { refusal: string } {
  const kpi = kpiTitle(id);
  if (amount.isShare && unit !== 'rate') return { refusal: text('target.refuse.share', { kpi, typed }) };
  if (amount.currency && unit !== 'money') return { refusal: text('target.refuse.money', { kpi, typed }) };
  const seconds = readTimeGoal(typed);
  if (amount.isTime && unit !== 'duration' && unit !== 'days')
    return { refusal: text('target.refuse.time', { kpi, typed }) };
  if (unit === 'duration' && seconds === null && Number(amount.value) > 0)
    return { refusal: text('target.refuse.which_time', { kpi, typed, example: `${amount.value}h` }) };
  if (unit === 'rate' && !amount.isShare && Number(amount.value) === 1)
    return { refusal: text('target.refuse.rate_of_one', { kpi, typed }) };
  const value = inUnit();
  const fits = value !== null && Number(value) > 0 && Number(value) < MOST;
  if (!fits) return { refusal: text('target.refuse.amount', { kpi, typed, unit }) };
  const most = unit === 'rate' ? KEPT - 2 : KEPT;
  return isKept(Number(value)) ? { value } : { refusal: text('target.refuse.decimals', { kpi, typed, most }) };

  function inUnit(): string | null {
    if (unit === 'duration') return String(seconds ?? amount.value);
    if (unit === 'days' && seconds !== null) return String(Number((seconds / DAY).toFixed(KEPT)));
    return unit === 'rate' ? writtenRate(amount) : amount.value;
  }
}

/** A number as `/target set` can read it: a share as percent, a duration as `1h 30m`. */
export function typedGoal(value: number, { unit }: Kpi): string {
  if (unit === 'rate') return `${Number((value * 100).toFixed(2))}%`;
  return unit === 'duration' ? typedTime(value) : String(value);
}
