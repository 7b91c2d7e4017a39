import { isDeepStrictEqual } from 'node:util';
import type { Schedule } from './schedule.ts';

type Told = Pick<Schedule, 'id' | 'what' | 'audience'>;

/** What tells the same channel of the same people's day: of a daily digest and a standup, whose digest has their numbers, too. */
export const alsoTold = <Other extends Told>(own: Told, all: readonly Other[]): Other[] =>
  all.filter(
    (other) =>
      other.id !== own.id &&
      channelOfDay(other) !== null &&
      channelOfDay(other) === channelOfDay(own) &&
      isDeepStrictEqual(other.what.whose, own.what.whose),
  );

/** The channel in which it tells of each day; null: in none. */
function channelOfDay({ what, audience }: Told): string | null {
  if (what.kind === 'standup') return what.channelId;
  return what.kind === 'digest' && audience.to === 'channel' ? audience.channelId : null;
}
