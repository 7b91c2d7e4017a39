/** What a card of a schedule says in short: its buttons carry it, so that a press on one that says what is no longer so is known. */
import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../calendar/local-day.ts';
import { restsOn, type Schedule } from '../../schedule/schedule.ts';

interface Moment {
  now: Temporal.Instant;
  /** The workspace's. */
  zone: string;
}

/** Whether it rests, as of today in the workspace's zone. */
export const rests = (schedule: Schedule, { now, zone }: Moment): boolean =>
  restsOn(schedule, localDay(now, zone).toString());

/** What a button of a card carries. */
export const cardValue = (schedule: Schedule, moment: Moment): string =>
  [schedule.id, stateOf(schedule, moment)].join(' ');

/** The schedule that a button speaks of, the words behind it, and whether its card still says how things stand. */
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
