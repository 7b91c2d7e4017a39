import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import type { CalendarSettings } from '../calendar/settings.ts';
import { spanOf } from '../calendar/span.ts';
import { Problem } from '../errors.ts';
import { spanLabel } from '../language/dates.ts';
import type { Question } from './question.ts';

/** Who asks about days that are all to come is told so, with a Problem: zeros would look like an answer. Only goals look ahead. */
export function mustHaveBegun({ period }: Question, now: Temporal.Instant, settings: CalendarSettings): void {
  const today = localDay(now, settings.zone);
  const span = spanOf(period, today, settings);
  if (Temporal.PlainDate.compare(span.from, today) > 0)
    throw new Problem('period.not_begun', { period: spanLabel(span, settings.calendar) });
}
