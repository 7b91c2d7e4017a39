import { durationUnits, timeWords } from '../../language/en/log-words.ts';

const MOST_SECONDS = 7 * 24 * 3600;

const unit = (words: readonly string[]) => `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
const DURATION = new RegExp(
  `^(?:(\\d{1,3}(?:[.,]\\d{1,2})?) ?${unit(durationUnits.hours)})? ?(?:(\\d{1,4}) ?${unit(durationUnits.minutes)})? ?(?:(\\d{1,5}) ?${unit(durationUnits.seconds)})?$`,
);
/** `1h30`: the minutes behind the hours need no unit. */
const SHORT = new RegExp(`^(\\d{1,3}) ?${unit(durationUnits.hours)}([0-5]\\d)$`);
const MOST_WORDS = 7;

/** A duration at the front of some words: `12m`, `12 min`, `1h 5m`, `1h30`, `for 1.5 hours`, `1,5h`. Null when there is none, or more than `most` seconds. */
export function durationAt(
  words: readonly string[],
  most: number = MOST_SECONDS,
): { length: number; seconds: number } | null {
  const opened = words[0] === timeWords.for ? 1 : 0;
  for (let length = Math.min(MOST_WORDS, words.length); length > opened; length--) {
    const phrase = words.slice(opened, length).join(' ');
    const [, hours, minutes, seconds] = SHORT.exec(phrase) ?? DURATION.exec(phrase) ?? [];
    if (hours === undefined && minutes === undefined && seconds === undefined) continue;
    const total =
      Math.round(Number((hours ?? '0').replace(',', '.')) * 3600) + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    if (total > 0 && total <= most) return { length, seconds: total };
  }
  return null;
}

/** Whatever its size and sign. */
const LIKE_ONE = new RegExp(
  `^[-−‐]?\\d+(?:[.,]\\d+)? ?${unit([...durationUnits.hours, ...durationUnits.minutes, ...durationUnits.seconds])}$`,
);

/** How many words at the front would be a duration, were it not too long, nothing or less than that: `99999h`, `-5 min`. */
export const likeDurationAt = (words: readonly string[]): number =>
  [2, 1].find((length) => words.length >= length && LIKE_ONE.test(words.slice(0, length).join(' '))) ?? 0;

/** Seconds in words that read back as the same: `1h 5m`, `90s` as `1m 30s`. */
export function durationWords(seconds: number): string {
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), durationUnits.hours[0]],
    [Math.floor((seconds % 3600) / 60), durationUnits.minutes[0]],
    [seconds % 60, durationUnits.seconds[0]],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count}${name}`)
    .join(' ');
}
