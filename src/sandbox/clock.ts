/** The sandbox's own time: the machine's (or the one it was started with) and as far ahead of it as somebody moved it. */
import { Temporal } from 'temporal-polyfill';
import { SlackError } from './errors.ts';
import { announce, nowMs, type State } from './state.ts';
import type { World } from './world.ts';

/**
 * Goes forward to an instant. Never back: what has been said would lie in the future.
 * @throws SlackError `clock_cannot_go_back`
 */
export function moveClock(world: World, to: Temporal.Instant): void {
  const { state } = world;
  const byMs = to.epochMilliseconds - nowMs(state);
  if (byMs < 0) throw new SlackError('clock_cannot_go_back');
  state.aheadMs += byMs;
  announce(state, [...state.users.keys()], { type: 'clock' });
  world.onClock?.(nowMs(state));
}

/** So many days on at this time of day (`9:00`), where the person lives. @throws SlackError `user_not_found` */
export function daysOnAt(state: State, userId: string, days: number, time: Temporal.PlainTime): Temporal.Instant {
  const user = state.users.get(userId);
  if (!user) throw new SlackError('user_not_found');
  const here = Temporal.Instant.fromEpochMilliseconds(nowMs(state)).toZonedDateTimeISO(user.tz ?? 'UTC');
  return here.add({ days }).withPlainTime(time).toInstant();
}
