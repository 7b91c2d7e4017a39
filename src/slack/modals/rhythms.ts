/**
 * How often a schedule is due: common rhythms to choose from, plus weekdays or a date, so that nobody needs a language
 * for rules.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Recurrence } from '../../schedule/recurrence.ts';

type Rule = Pick<Recurrence, 'on' | 'workingDaysOnly'>;

const weekly = (weekdays: number[], every = 1) => ({ kind: 'weekly' as const, weekdays, every });

const fixed = {
  workdays: weekly([1, 2, 3, 4, 5]),
  daily: weekly([1, 2, 3, 4, 5, 6, 7]),
  mondays: weekly([1]),
  fridays: weekly([5]),
  second_mondays: weekly([1], 2),
  month_first: { kind: 'beginning', of: 'month', every: 1 },
  second_month_first: { kind: 'beginning', of: 'month', every: 2 },
  month_last: { kind: 'ending', of: 'month', before: 0 },
  quarter_first: { kind: 'beginning', of: 'quarter', every: 1 },
  quarter_last: { kind: 'ending', of: 'quarter', before: 1 },
  half_year_first: { kind: 'beginning', of: 'quarter', every: 2 },
  year_first: { kind: 'beginning', of: 'year', every: 1 },
} as const satisfies Record<string, Rule['on']>;

/** On the weekdays chosen in another field, every n-th week. */
const weeks = { days: 1, days_second: 2, days_third: 3, days_fourth: 4 } as const;

type Fixed = keyof typeof fixed;
type Weeks = keyof typeof weeks;
export type Rhythm = Fixed | Weeks | 'date';

const isFixed = (rhythm: Rhythm): rhythm is Fixed => Object.hasOwn(fixed, rhythm);

const [first, ...others] = Object.keys(fixed) as [Fixed, ...Fixed[]];
const ofWeeks = Object.keys(weeks) as Weeks[];
/** In the form's order. */
export const rhythms: readonly [Rhythm, ...Rhythm[]] = [first, ...others, ...ofWeeks, 'date'];

/** Whether the form must ask for weekdays. */
export const asksForDays = (rhythm: string): rhythm is Weeks => Object.hasOwn(weeks, rhythm);

/** Whether it makes a difference if holidays are skipped. */
export const asksForHolidays = (rhythm: string): boolean =>
  rhythms.some((each) => each === rhythm && (!isFixed(each) || leavesOut(each, true) !== leavesOut(each, false)));

/** The values of the fields that some rhythms need. */
export interface Chosen {
  /** 1 = Monday. */
  days: number[];
  /** Day of the month. */
  date: number;
  onHolidays: boolean;
  /** Whether a date on which nobody works moves to the working day after it, not before. */
  movesOn?: boolean;
}

/** The rule for a rhythm and its fields. */
export function ruleOf(rhythm: Rhythm, { days, date, onHolidays, movesOn }: Chosen): Rule {
  const workingDaysOnly = !onHolidays;
  // A copy, as the schedule stores it.
  if (isFixed(rhythm)) return { on: structuredClone(fixed[rhythm]), workingDaysOnly: leavesOut(rhythm, onHolidays) };
  if (rhythm === 'date')
    return { on: { kind: 'monthly', day: date, ...(movesOn && { moves: 'on' }) }, workingDaysOnly };
  return {
    on: { kind: 'weekly', weekdays: days.toSorted((one, other) => one - other), every: weeks[rhythm] },
    workingDaysOnly,
  };
}

/** "Daily" includes holidays; working days counted from the start or end of a period never are holidays. */
const leavesOut = (rhythm: Fixed, onHolidays: boolean): boolean =>
  rhythm !== 'daily' && (fixed[rhythm].kind !== 'weekly' || !onHolidays);

/** The form's values for a rule; for a rule that our forms cannot make, the nearest they can. */
export function rhythmOf({ on, workingDaysOnly }: Rule): { rhythm: Rhythm } & Partial<Chosen> {
  const onHolidays = !workingDaysOnly;
  const known = rhythms.find(
    (rhythm) =>
      isFixed(rhythm) && isDeepStrictEqual(fixed[rhythm], on) && leavesOut(rhythm, onHolidays) === workingDaysOnly,
  );
  if (known) return { rhythm: known, ...(on.kind === 'weekly' ? { onHolidays } : {}) };
  if (on.kind === 'monthly') return { rhythm: 'date', date: on.day, onHolidays };
  if (on.kind !== 'weekly') return { rhythm: on.kind === 'ending' ? 'month_last' : 'month_first' };
  const every = ofWeeks.find((each) => weeks[each] === on.every) ?? 'days';
  return { rhythm: every, days: on.weekdays, onHolidays };
}
