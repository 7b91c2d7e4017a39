import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { weekdayLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { NewSchedule, Schedule } from '../../schedule/schedule.ts';
import type { Standup } from '../../schedule/standup.ts';
import {
  defaultQuestions,
  MOST_QUESTIONS,
  readQuestions,
  type StandupQuestion,
  writtenQuestions,
} from '../../standups/questions.ts';
import type { Filled } from '../command.ts';
import { plainText } from '../messages/mrkdwn.ts';
import { checkField, named, selectField, textField, timeField } from './fields.ts';

/** Minutes that people have to answer. */
const windows = [30, 60, 120, 180, 240, 480] as const;
const USUAL_WINDOW = 120;
const WORKDAYS = ['1', '2', '3', '4', '5'];
/** Characters: Slack's limit for a field's label. */
const LONGEST_QUESTION = 150;

export interface StandupForm {
  teams: Directory['teams'];
  workingDays: readonly number[];
  /** The day from which it applies, ISO. */
  today: string;
  /** The standup being changed, as it is now. */
  running?: { schedule: Pick<Schedule, 'recurrence'>; standup: Standup; card: string };
}

/** Fields for the team, channel, times and questions. */
export function standupView(id: string, { teams, workingDays, today, running }: StandupForm): ModalView {
  const { schedule, standup } = running ?? {};
  const on = schedule?.recurrence.on;
  const chosenTeam = standup?.whose.scope === 'team' ? standup.whose.teamIds[0] : undefined;
  const minutes = standup?.windowMinutes ?? USUAL_WINDOW;
  const choices = [...new Set([...windows, minutes])].sort((one, other) => one - other);
  const usualDays = workingDays.length > 0 ? workingDays.map(String) : WORKDAYS;
  const label = (field: 'team' | 'at' | 'window' | 'days' | 'questions') => ({
    id: field,
    label: text(`standup.add.${field}`),
  });
  const [first] = teams;
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify({ today, ...(running ? { card: running.card } : {}) }),
    title: plainText(text(running ? 'standup.change.title' : 'standup.add.title')),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [
      selectField(label('team'), named(teams), chosenTeam ?? first?.id ?? ''),
      {
        type: 'input',
        block_id: 'channel',
        label: plainText(text('standup.add.channel')),
        hint: plainText(text('schedule.form.channel_hint')),
        element: {
          type: 'channels_select',
          action_id: 'channel',
          ...(standup ? { initial_channel: standup.channelId } : {}),
        },
      },
      timeField({ ...label('at'), hint: text('standup.add.at_hint') }, schedule?.recurrence.at ?? '09:30'),
      selectField(
        label('window'),
        choices.map((each) => [String(each), windowText(each)] as const),
        String(minutes),
      ),
      checkField(
        label('days'),
        [1, 2, 3, 4, 5, 6, 7].map((day) => [String(day), weekdayLabel(day)] as const),
        on?.kind === 'weekly' ? on.weekdays.map(String) : usualDays,
      ),
      textField(
        { ...label('questions'), hint: text('standup.add.questions_hint') },
        standup ? writtenQuestions(standup.questions) : defaultQuestions(),
        { lines: true },
      ),
    ],
  };
}

const windowText = (minutes: number): string =>
  minutes % 60 !== 0 ? text('standup.add.minutes', { minutes }) : text('standup.add.hours', { hours: minutes / 60 });

/** The errors, by field. */
export function standupFaults({ fields }: Filled): Record<string, string> {
  const written = (field: string) => fields.get(field)?.value ?? '';
  const questions = readQuestions(written('questions'));
  const areFine =
    questions.length > 0 &&
    questions.length <= MOST_QUESTIONS &&
    questions.every((question) => question.text.length > 0 && question.text.length <= LONGEST_QUESTION);
  return {
    ...(written('channel') ? {} : { channel: text('standup.add.no_channel') }),
    ...(written('days') ? {} : { days: text('standup.add.no_days') }),
    ...(areFine
      ? fitting(questions)
      : { questions: text('standup.add.no_questions', { most: MOST_QUESTIONS, longest: LONGEST_QUESTION }) }),
  };
}

/** Characters: Slack's limit for an option, and for what fits into the form's private_metadata. */
const LONGEST_CHOICE = 75;
const LARGEST = 2_500;

function fitting(questions: readonly StandupQuestion[]): Record<string, string> {
  const long = questions
    .flatMap((each) => (each.kind === 'choice' ? each.choices : []))
    .find(({ length }) => length > LONGEST_CHOICE);
  if (long) return { questions: text('standup.add.long_choice', { choice: long, longest: LONGEST_CHOICE }) };
  return JSON.stringify(questions).length > LARGEST ? { questions: text('standup.add.too_much') } : {};
}

const filledSchema = z.object({
  team: z.guid(),
  channel: z.string().min(1),
  at: z.string(),
  window: z.coerce.number(),
  days: z.string().transform((days) => days.split(',').map(Number)),
  questions: z.string(),
});

/** The standup that the form changes and its state when the form opened, as its card's buttons carry it. */
export const standupChangedIn = ({ metadata }: Filled): string =>
  z.object({ card: z.string() }).parse(JSON.parse(metadata)).card;

/** The standup that the form asks for. Throws for values that our forms never send. */
export function standupIn({ fields, metadata }: Filled): Omit<NewSchedule, 'ownerId'> {
  const { today } = z.object({ today: z.iso.date() }).parse(JSON.parse(metadata));
  const filled = filledSchema.parse(Object.fromEntries([...fields].map(([id, { value }]) => [id, value])));
  const { team, channel: channelId, at, window: windowMinutes, days: weekdays } = filled;
  const questions = readQuestions(filled.questions);
  return {
    what: { kind: 'standup', whose: { scope: 'team', teamIds: [team] }, channelId, windowMinutes, questions },
    audience: { to: 'team', teamId: team },
    recurrence: { on: { kind: 'weekly', weekdays, every: 1 }, at, workingDaysOnly: true, from: today },
    zone: null,
  };
}
