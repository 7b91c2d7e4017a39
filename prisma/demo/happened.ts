import { dayIndex, type Moment, type Timeline } from './timeline.ts';

type Columns<Event extends string> = Record<`${Event}At` | `${Event}On`, string | null>;

/** The two columns of an event: its instant and its day. Both null when it has not happened. */
export function happened<Event extends string>(
  event: Event,
  moment: Moment | null,
  timeline: Timeline,
): Columns<Event> {
  const at = moment === null ? null : timeline.instant(moment);
  const on = moment === null ? null : (timeline.days[dayIndex(moment)]?.on ?? null);
  return { [`${event}At`]: at, [`${event}On`]: on } as Columns<Event>;
}
