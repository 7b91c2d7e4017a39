import type { Random } from './random.ts';
import { dayIndex, hourOf, MINUTE, type Moment, type Timeline } from './timeline.ts';
import { callNotes, meetingNotes, nextSteps, places } from './words.ts';

/** What a deed was about. */
export interface About {
  leadKey?: string;
  dealKey?: string;
  customer?: string;
}

/** One activity of a person. */
export interface Deed extends About {
  at: Moment;
  by: string;
  type: 'call' | 'email' | 'message' | 'social' | 'meeting' | 'demo' | 'note';
  direction?: 'outbound' | 'inbound';
  outcome?: 'answered' | 'unanswered' | 'busy' | 'voicemail' | 'held' | 'no_show' | 'cancelled';
  result?: 'positive' | 'neutral' | 'negative' | 'sale' | 'demo' | 'next_step' | 'none';
  seconds?: number;
  place?: string;
  note?: string;
  nextStep?: string;
  /** A day of the timeline. */
  nextStepOn?: number;
}

type Who = { at: Moment; by: string; about: About };

/** People answer before and after the meetings of the day; nobody at lunch. Share of calls answered, by hour. */
const answered: Readonly<Record<number, number>> = {
  8: 0.16,
  9: 0.24,
  10: 0.4,
  11: 0.3,
  12: 0.12,
  13: 0.17,
  14: 0.25,
  15: 0.38,
  16: 0.28,
  17: 0.2,
};

/** A call that may or may not reach somebody. */
export function tryCall(who: Who, random: Random): Deed {
  if (random.chance(answered[hourOf(who.at)] ?? 0.2)) return talk(who, random);
  const outcome = random.weighted([
    ['unanswered', 6],
    ['voicemail', 3],
    ['busy', 1.3],
  ] as const);
  return { ...base(who), type: 'call', direction: 'outbound', outcome };
}

/** A call that reached somebody. */
export function talk(who: Who, random: Random, result?: 'positive' | 'neutral' | 'negative'): Deed {
  const recorded =
    result ??
    (random.chance(0.85)
      ? random.weighted([
          ['positive', 34],
          ['neutral', 42],
          ['negative', 24],
        ] as const)
      : undefined);
  return {
    ...base(who),
    type: 'call',
    direction: 'outbound',
    outcome: 'answered',
    seconds: Math.round(random.around(recorded === 'negative' ? 95 : 250, 0.6)),
    ...(recorded ? { result: recorded } : {}),
    ...(recorded !== 'negative' && random.chance(0.25) ? { note: random.pick(callNotes) } : {}),
    ...(recorded === 'positive' ? planned(who, random) : {}),
  };
}

export function write(who: Who, type: 'email' | 'message' | 'social', note?: string): Deed {
  return { ...base(who), type, direction: 'outbound', ...(note ? { note } : {}) };
}

export function receive(who: Who, type: 'email' | 'message'): Deed {
  return { ...base(who), type, direction: 'inbound' };
}

/** A meeting or demo; when it does not take place there may be another, some days later. */
export function meet(
  who: Who,
  type: 'meeting' | 'demo',
  result: 'sale' | 'demo' | 'next_step' | 'none',
  random: Random,
  timeline: Timeline,
): Deed[] {
  const place = random.weighted(places);
  const missed = random.weighted([
    ['no_show', 9],
    ['cancelled', 6],
    [null, 85],
  ] as const);
  if (missed) {
    const failed: Deed = { ...base(who), type, outcome: missed, place };
    const again = { ...who, at: timeline.later(who.at, random.between(1, 4), random) };
    return random.chance(0.6) ? [failed, held(again, place)] : [failed];
  }
  return [held(who, place)];

  function held(when: Who, where: string): Deed {
    return {
      ...base(when),
      type,
      outcome: 'held',
      result,
      place: where,
      seconds: 5 * MINUTE * random.whole(5, 15),
      ...(random.chance(0.5) ? { note: random.pick(meetingNotes) } : {}),
      ...(result === 'next_step' || result === 'demo' ? planned(when, random) : {}),
    };
  }
}

function planned({ at }: Who, random: Random): Pick<Deed, 'nextStep' | 'nextStepOn'> {
  return random.chance(0.6) ? { nextStep: random.pick(nextSteps), nextStepOn: dayIndex(at) + random.whole(1, 14) } : {};
}

const base = ({ at, by, about }: Who) => ({ at, by, ...about });
