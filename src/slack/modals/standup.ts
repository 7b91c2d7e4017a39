import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { weekdayLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { NewSchedule } from '../../schedule/schedule.ts';
import { defaultQuestions, MOST_QUESTIONS, readQuestions } from '../../standups/questions.ts';
import type { Filled } from '../command.ts';
import { checkField, named, selectField, textField, timeField } from './fields.ts';
import { plainText } from './views.ts';

/** For how long one has time to answer, in minutes. */
const windows = [30, 60, 120, 180, 240, 480] as const;
const USUAL_WINDOW = 120;
const WORKDAYS = ['1', '2', '3', '4', '5'];
/** Slack's limit for the label of a field. */
const LONGEST_QUESTION = 150;

/** Which team, to where, when, for how long and what. `today`: from when it holds, ISO. */
export function standupView(
  id: string,
  { teams, workingDays, today }: { teams: Directory['teams']; workingDays: readonly number[]; today: string },
): ModalView {
  const label = (field: 'team' | 'at' | 'window' | 'days' | 'questions') => ({
    id: field,
    label: text(`standup.add.${field}`),
  });
  const [first] = teams;
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify({ today }),
    title: plainText(text('standup.add.title')),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [
      selectField(label('team'), named(teams), first?.id ?? ''),
      {
        type: 'input',
        block_id: 'channel',
        label: plainText(text('standup.add.channel')),
        hint: plainText(text('schedule.form.channel_hint')),
        element: { type: 'channels_select', action_id: 'channel' },
      },
      timeField({ ...label('at'), hint: text('standup.add.at_hint') }, '09:30'),
      selectField(
        label('window'),
        windows.map((minutes) => [String(minutes), windowText(minutes)] as const),
        String(USUAL_WINDOW),
      ),
      checkField(
        label('days'),
        [1, 2, 3, 4, 5, 6, 7].map((day) => [String(day), weekdayLabel(day)] as const),
        workingDays.length > 0 ? workingDays.map(String) : WORKDAYS,
      ),
      textField({ ...label('questions'), hint: text('standup.add.questions_hint') }, defaultQuestions(), {
        lines: true,
      }),
    ],
  };
}

const windowText = (minutes: number): string =>
  minutes < 60 ? text('standup.add.minutes', { minutes }) : text('standup.add.hours', { hours: minutes / 60 });

/** What is wrong with it, by field. */
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
      ? {}
      : { questions: text('standup.add.no_questions', { most: MOST_QUESTIONS, longest: LONGEST_QUESTION }) }),
  };
}

const filledSchema = z.object({
  team: z.guid(),
  channel: z.string().min(1),
  at: z.string(),
  window: z.coerce.number(),
  days: z.string().transform((days) => days.split(',').map(Number)),
  questions: z.string(),
});

/** The standup that a form asks for. Throws for what no form of ours sends. */
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
