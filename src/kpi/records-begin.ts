import { Temporal } from 'temporal-polyfill';
import { spanLabel } from '../language/dates.ts';
import { text } from '../language/text.ts';
import type { Answer } from './answer.ts';
import { type Kpi, measuresOf } from './definition.ts';
import type { Figures } from './figures.ts';
import { isState } from './measure.ts';
import type { CountedSpan } from './statement.ts';

/**
 * The first day (ISO) of which there is a record of what a KPI counts, where that lies inside a span: then what was counted
 * in it is less than what happened. Of several facts the one that began last; how things stood at the end is known whole.
 */
export function recordsBeginIn(kpi: Kpi, { startsOn, endsOn }: CountedSpan, figures: Figures): string | null {
  const facts = new Set(measuresOf(kpi).map(({ fact }) => fact));
  const first = [...facts].flatMap((fact) => (isState(fact) ? [] : (figures.recordedFrom(fact) ?? [])));
  return (
    first
      .filter((day) => startsOn < day && day < endsOn)
      .sort()
      .at(-1) ?? null
  );
}

/** That what an answer is compared with is not known whole: one sentence for all its numbers, none where it is. */
export function recordsBeginNotes({ kpis, calendar }: Pick<Answer, 'kpis' | 'calendar'>): string[] {
  const days = [...new Set(kpis.flatMap(({ recordsBegin }) => recordsBegin ?? []))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const label = (day: string) => {
    const from = Temporal.PlainDate.from(day);
    return spanLabel({ from, to: from.add({ days: 1 }) }, calendar);
  };
  const many = first === last ? 'one' : 'several';
  return [text(`answer.records_begin.${many}`, { first: label(first), last: label(last) })];
}
