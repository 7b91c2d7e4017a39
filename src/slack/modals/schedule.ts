import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import { reportIds } from '../../reports/weekly.ts';
import type { Recurrence } from '../../schedule/recurrence.ts';
import type { NewSchedule } from '../../schedule/schedule.ts';
import type { Filled } from '../command.ts';
import { clipped } from '../messages/mrkdwn.ts';
import { plainText } from './views.ts';

/** Whose numbers can be chosen. */
export interface ScheduleChoices {
  teams: Directory['teams'];
  /** Whether everybody's can. */
  everyone: boolean;
  /** ISO: from when the schedule holds. */
  today: string;
}

const whats = ['digest', 'all', ...reportIds] as const;

/** How often: the rules that teams have, in place of a language for rules. */
const rhythms = {
  workdays: { on: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5], every: 1 }, workingDaysOnly: true },
  daily: { on: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 }, workingDaysOnly: false },
  mondays: { on: { kind: 'weekly', weekdays: [1], every: 1 }, workingDaysOnly: false },
  fridays: { on: { kind: 'weekly', weekdays: [5], every: 1 }, workingDaysOnly: false },
  second_mondays: { on: { kind: 'weekly', weekdays: [1], every: 2 }, workingDaysOnly: false },
  month_first: { on: { kind: 'beginning', of: 'month' }, workingDaysOnly: true },
  month_last: { on: { kind: 'ending', of: 'month', before: 0 }, workingDaysOnly: true },
  quarter_last: { on: { kind: 'ending', of: 'quarter', before: 1 }, workingDaysOnly: true },
} as const satisfies Record<string, Pick<Recurrence, 'on' | 'workingDaysOnly'>>;

type Rhythm = keyof typeof rhythms;
const rhythmIds = Object.keys(rhythms) as [Rhythm, ...Rhythm[]];

/** What, about whom, where, how often and at what time. */
export function scheduleView(id: string, title: string, { teams, everyone, today }: ScheduleChoices): ModalView {
  const abouts: [string, string][] = [
    ...(everyone ? ([['all', text('schedule.form.all')]] as [string, string][]) : []),
    ...teams.slice(0, 99).map((team): [string, string] => [team.id, team.name]),
  ];
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify({ today }),
    title: plainText(title),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [
      select(
        'what',
        whats.map((what) => [
          what,
          what === 'digest' || what === 'all' ? text(`schedule.form.${what}_reports`) : text(`report.title.${what}`),
        ]),
      ),
      select('about', abouts),
      {
        type: 'input',
        block_id: 'channel',
        label: plainText(text('schedule.form.channel')),
        hint: plainText(text('schedule.form.channel_hint')),
        element: { type: 'channels_select', action_id: 'channel' },
      },
      select(
        'rhythm',
        rhythmIds.map((rhythm) => [rhythm, text(`schedule.rhythm.${rhythm}`)]),
      ),
      {
        type: 'input',
        block_id: 'at',
        label: plainText(text('schedule.form.at')),
        element: { type: 'timepicker', action_id: 'at', initial_time: '09:00' },
      },
      {
        ...select('people', [
          ['no', text('schedule.form.people_no')],
          ['yes', text('schedule.form.people_yes')],
        ]),
        hint: plainText(text('schedule.form.people_hint')),
      },
    ],
  };
}

const labels = {
  what: 'schedule.form.what',
  about: 'schedule.form.about',
  rhythm: 'schedule.form.rhythm',
  people: 'schedule.form.people',
} as const;

/** A list with its first choice taken. */
function select(id: keyof typeof labels, all: readonly (readonly [string, string])[]): InputBlock {
  const options = all.map(([value, name]) => ({ text: plainText(clipped(name, 75)), value }));
  const [first] = options;
  return {
    type: 'input',
    block_id: id,
    label: plainText(text(labels[id])),
    element: { type: 'static_select', action_id: id, options, ...(first ? { initial_option: first } : {}) },
  };
}

const filledSchema = z.object({
  what: z.enum(whats),
  about: z.union([z.literal('all'), z.guid()]),
  channel: z.string().min(1),
  rhythm: z.enum(rhythmIds),
  at: z.string(),
  people: z.enum(['yes', 'no']),
});

/** The schedule that a form asks for. Throws for what no form of ours sends. */
export function scheduleIn({ fields, metadata }: Filled): Omit<NewSchedule, 'ownerId'> {
  const { today } = z.object({ today: z.iso.date() }).parse(JSON.parse(metadata));
  const filled = filledSchema.parse(Object.fromEntries([...fields].map(([id, { value }]) => [id, value])));
  const whose =
    filled.about === 'all' ? ({ scope: 'workspace' } as const) : ({ scope: 'team', teamIds: [filled.about] } as const);
  const about = { whose, byPerson: filled.people === 'yes' };
  const what =
    filled.what === 'digest'
      ? ({ kind: 'digest', ...about } as const)
      : ({ kind: 'report', reports: filled.what === 'all' ? reportIds : [filled.what], ...about } as const);
  return {
    what,
    audience: { to: 'channel', channelId: filled.channel },
    recurrence: { ...rhythms[filled.rhythm], on: rhythmOf(filled.rhythm), at: filled.at, from: today },
    zone: null,
  };
}

/** The rule as a schedule stores it: its own copy. */
const rhythmOf = (rhythm: Rhythm): Recurrence['on'] => structuredClone(rhythms[rhythm].on) as Recurrence['on'];
