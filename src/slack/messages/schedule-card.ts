/** The state of a schedule in short. Buttons carry it, so that a press on an outdated card is noticed. */
import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../calendar/local-day.ts';
import { restsOn, type Schedule } from '../../schedule/schedule.ts';

interface Moment {
  now: Temporal.Instant;
  /** The workspace's zone. */
  zone: string;
}

/** Whether it rests, as of today in the workspace's zone. */
export const rests = (schedule: Schedule, { now, zone }: Moment): boolean =>
  restsOn(schedule, localDay(now, zone).toString());

/** What a button of a card carries. */
export const cardValue = (schedule: Schedule, moment: Moment): string =>
  [schedule.id, stateOf(schedule, moment)].join(' ');

/** The id a button carries, the words after it, and whether its card is still up to date. */
export function cardOf(value: string) {
  const [id = '', state = '', ...words] = value.split(' ');
  const isCurrent = (schedule: Schedule, moment: Moment) => `${id} ${state}` === cardValue(schedule, moment);
  return { id, words: words.join(' '), isCurrent };
}

function stateOf(schedule: Schedule, moment: Moment): string {
  const { what, audience, recurrence, zone, pausedUntil } = schedule;
  const isResting = rests(schedule, moment);
  const said = [what, audience, recurrence, zone, isResting, isResting ? pausedUntil : null];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 12);
}
