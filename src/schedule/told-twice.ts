import { isDeepStrictEqual } from 'node:util';
import type { Schedule } from './schedule.ts';

type Told = Pick<Schedule, 'id' | 'what' | 'audience'>;

/**
 * Schedules that would tell a channel about the same people's day twice: a daily digest and a standup, whose digest has
 * their numbers too.
 */
export const alsoTold = <Other extends Told>(own: Told, all: readonly Other[]): Other[] =>
  all.filter(
    (other) =>
      other.id !== own.id &&
      channelOfDay(other) !== null &&
      channelOfDay(other) === channelOfDay(own) &&
      isDeepStrictEqual(other.what.whose, own.what.whose),
  );

/** The channel it posts a day's numbers in; null: none. */
function channelOfDay({ what, audience }: Told): string | null {
  if (what.kind === 'standup') return what.channelId;
  return what.kind === 'digest' && audience.to === 'channel' ? audience.channelId : null;
}
