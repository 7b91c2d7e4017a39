import { dayIndex, type Moment, type Timeline } from './timeline.ts';

type Columns<Event extends string> = Record<`${Event}At` | `${Event}On`, string | null>;

/** The two columns of an event: its instant and its day. Both null when it has not happened, or not by now. */
export function happened<Event extends string>(
  event: Event,
  moment: Moment | null,
  timeline: Timeline,
): Columns<Event> {
  const past = moment !== null && moment <= timeline.now ? moment : null;
  const at = past === null ? null : timeline.instant(past);
  const on = past === null ? null : (timeline.days[dayIndex(past)]?.on ?? null);
  return { [`${event}At`]: at, [`${event}On`]: on } as Columns<Event>;
}
