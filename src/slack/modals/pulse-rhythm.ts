/** How often a survey is held: those rhythms of schedules that leave people enough rest between two rounds. */
import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import { weekdayLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { Recurrence } from '../../schedule/recurrence.ts';
import type { Instrument } from '../../surveys/questions.ts';
import { REST_DAYS } from '../../surveys/refusal.ts';
import { type Choice, selectField } from './fields.ts';
import { type Rhythm, rhythmOf, ruleOf } from './rhythms.ts';

type Rule = Pick<Recurrence, 'on' | 'workingDaysOnly'>;

/** Pulses and own questions monthly, eNPS quarterly. */
const USUAL = 'usual';
const usual = { pulse: 'month_first', own: 'month_first', enps: 'quarter_first' } as const satisfies Record<
  Instrument,
  Rhythm
>;

const known = [
  ...['month_first', 'second_month_first', 'quarter_first', 'half_year_first', 'year_first'],
  ...['month_last', 'quarter_last', 'date'],
] as const satisfies readonly Rhythm[];
const ofWeeks = ['days_third', 'days_fourth'] as const satisfies readonly Rhythm[];

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const MONTH_DAYS = Array.from({ length: 31 }, (_, index) => String(index + 1));

/** A rule as the form shows it. */
interface Running {
  rhythm: string;
  days?: readonly number[];
  date?: number;
}

/**
 * Fields for how often, and on which day if the rhythm leaves that open. @param rule the rule of the survey that is
 * being changed
 */
export function surveyRhythmFields(rule?: Rule): InputBlock[] {
  const { rhythm, days = [], date = 1 }: Running = rule ? rhythmOf(rule) : { rhythm: USUAL };
  const choices: Choice[] = [
    [USUAL, text('pulse.add.usual')],
    ...known.map((each): Choice => [each, text(`schedule.rhythm.${each}`)]),
    ...ofWeeks.map((each): Choice => [each, text(`pulse.add.${each}`)]),
  ];
  return [
    selectField(
      { id: 'rhythm', label: text('pulse.add.rhythm'), hint: text('pulse.add.rhythm_hint', { days: REST_DAYS }) },
      choices,
      choices.some(([id]) => id === rhythm) ? rhythm : USUAL,
    ),
    selectField(
      { id: 'weekday', label: text('pulse.add.weekday'), hint: text('pulse.add.weekday_hint') },
      WEEKDAYS.map((day) => [String(day), weekdayLabel(day)] as const),
      String(days[0] ?? 1),
    ),
    selectField(
      { id: 'date', label: text('schedule.form.date'), hint: text('schedule.form.date_hint') },
      MONTH_DAYS.map((day) => [day, day] as const),
      String(date),
    ),
  ];
}

export const surveyRhythmSchema = z.object({
  rhythm: z.enum([USUAL, ...known, ...ofWeeks]),
  weekday: z.coerce.number(),
  date: z.coerce.number(),
});

/** The rule that the filled fields describe. */
export function surveyRule(
  instrument: Instrument,
  { rhythm, weekday, date }: z.infer<typeof surveyRhythmSchema>,
): Rule {
  // Rounds every few weeks are not skipped on holidays: each person is asked in their next working hours.
  const onHolidays = ofWeeks.some((each) => each === rhythm);
  return ruleOf(rhythm === USUAL ? usual[instrument] : rhythm, { days: [weekday], date, onHolidays });
}
