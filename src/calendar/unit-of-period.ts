import type { PeriodSpec } from './period-spec.ts';
import type { CalendarUnit } from './units.ts';

/** The calendar's unit that a period is; null for one that is several, or any days. */
export function unitOfPeriod(period: PeriodSpec): CalendarUnit | null {
  switch (period.kind) {
    case 'this':
    case 'last':
    case 'toDate':
      return period.unit;
    case 'weekday':
      return 'day';
    case 'month':
    case 'quarter':
    case 'year':
      return period.kind;
    default:
      return null;
  }
}
