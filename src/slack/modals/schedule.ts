import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import { reportIds } from '../../reports/weekly.ts';
import type { Recurrence } from '../../schedule/recurrence.ts';
import { type Audience, LONGEST_REMINDER, type NewSchedule, type What } from '../../schedule/schedule.ts';
import type { Filled } from '../command.ts';
import { type Choice, named, selectField, textField, timeField } from './fields.ts';
import { plainText } from './views.ts';

/** Whose numbers can be chosen. */
export interface ScheduleChoices {
  teams: Directory['teams'];
  /** Whether everybody's can. */
  everyone: boolean;
  /** ISO: from when the schedule holds. */
  today: string;
}

const reviews = ['month_review', 'quarter_review', 'product_review'] as const;
const whats = ['digest', 'all', 'morning', 'sheet', 'reminder', ...reviews, ...reportIds] as const;
const isReview = (what: string): what is (typeof reviews)[number] => reviews.some((each) => each === what);

/** How often: the rules that teams have, in place of a language for rules. */
const rhythms = {
  workdays: { on: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5], every: 1 }, workingDaysOnly: true },
  daily: { on: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 }, workingDaysOnly: false },
  mondays: { on: { kind: 'weekly', weekdays: [1], every: 1 }, workingDaysOnly: false },
  fridays: { on: { kind: 'weekly', weekdays: [5], every: 1 }, workingDaysOnly: false },
  second_mondays: { on: { kind: 'weekly', weekdays: [1], every: 2 }, workingDaysOnly: false },
  month_first: { on: { kind: 'beginning', of: 'month', every: 1 }, workingDaysOnly: true },
  month_last: { on: { kind: 'ending', of: 'month', before: 0 }, workingDaysOnly: true },
  quarter_first: { on: { kind: 'beginning', of: 'quarter', every: 1 }, workingDaysOnly: true },
  quarter_last: { on: { kind: 'ending', of: 'quarter', before: 1 }, workingDaysOnly: true },
} as const satisfies Record<string, Pick<Recurrence, 'on' | 'workingDaysOnly'>>;

type Rhythm = keyof typeof rhythms;
const rhythmIds = Object.keys(rhythms) as [Rhythm, ...Rhythm[]];

/** What, about whom, where, how often and at what time. */
export function scheduleView(id: string, title: string, { teams, everyone, today }: ScheduleChoices): ModalView {
  const all: Choice[] = everyone ? [['all', text('schedule.form.all')]] : [];
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
        whats.map((what) => [what, whatLabel(what)]),
      ),
      textField({ id: 'words', label: text('schedule.form.words'), hint: text('schedule.form.words_hint') }, '', {
        lines: true,
        optional: true,
      }),
      select('about', [...all, ...named(teams)]),
      select('to', [
        ['channel', text('schedule.form.to_channel')],
        ['people', text('schedule.form.to_people')],
      ]),
      {
        type: 'input',
        block_id: 'channel',
        optional: true,
        label: plainText(text('schedule.form.channel')),
        hint: plainText(text('schedule.form.channel_hint')),
        element: { type: 'channels_select', action_id: 'channel' },
      },
      select(
        'rhythm',
        rhythmIds.map((rhythm) => [rhythm, text(`schedule.rhythm.${rhythm}`)]),
      ),
      timeField({ id: 'at', label: text('schedule.form.at') }, '09:00'),
      select(
        'people',
        [
          ['no', text('schedule.form.people_no')],
          ['yes', text('schedule.form.people_yes')],
        ],
        text('schedule.form.people_hint'),
      ),
    ],
  };
}

function whatLabel(what: (typeof whats)[number]): string {
  if (what === 'morning') return text('schedule.form.morning');
  if (what === 'sheet' || what === 'reminder' || isReview(what)) return text(`schedule.form.${what}`);
  return what === 'digest' || what === 'all' ? text(`schedule.form.${what}_reports`) : text(`report.title.${what}`);
}

const labels = {
  what: 'schedule.form.what',
  about: 'schedule.form.about',
  to: 'schedule.form.to',
  rhythm: 'schedule.form.rhythm',
  people: 'schedule.form.people',
} as const;

/** A list with its first choice taken. */
const select = (id: keyof typeof labels, choices: readonly Choice[], hint?: string): InputBlock =>
  selectField({ id, label: text(labels[id]), ...(hint ? { hint } : {}) }, choices, choices[0]?.[0] ?? '');

const filledSchema = z.object({
  what: z.enum(whats),
  words: z.string(),
  about: z.union([z.literal('all'), z.guid()]),
  to: z.enum(['channel', 'people']),
  channel: z.string(),
  rhythm: z.enum(rhythmIds),
  at: z.string(),
  people: z.enum(['yes', 'no']),
});

/** Whether what is filled in goes to people, so that no channel is wanted. */
export const isToPeople = ({ fields }: Pick<Filled, 'fields'>): boolean =>
  fields.get('to')?.value === 'people' || ['morning', 'sheet'].includes(fields.get('what')?.value ?? '');

/** What is wrong with the words of a reminder; null: nothing, or it is none. */
export function wordsFault({ fields }: Pick<Filled, 'fields'>): string | null {
  if (fields.get('what')?.value !== 'reminder') return null;
  const { length } = fields.get('words')?.value.trim() ?? '';
  if (length === 0) return text('schedule.form.words_missing');
  return length > LONGEST_REMINDER ? text('schedule.form.words_long', { length, most: LONGEST_REMINDER }) : null;
}

/** The schedule that a form asks for. Throws for what no form of ours sends. */
export function scheduleIn({ fields, metadata }: Filled): Omit<NewSchedule, 'ownerId'> {
  const { today } = z.object({ today: z.iso.date() }).parse(JSON.parse(metadata));
  const filled = filledSchema.parse(Object.fromEntries([...fields].map(([id, { value }]) => [id, value])));
  const whose =
    filled.about === 'all' ? ({ scope: 'workspace' } as const) : ({ scope: 'team', teamIds: [filled.about] } as const);
  const about = { whose, byPerson: filled.people === 'yes' };
  return {
    what: whatIn(filled.what, about, filled.words.trim()),
    audience:
      filled.what === 'sheet'
        ? managers(filled.about)
        : isToPeople({ fields })
          ? people(filled.about)
          : { to: 'channel', channelId: filled.channel },
    recurrence: { ...rhythms[filled.rhythm], on: rhythmOf(filled.rhythm), at: filled.at, from: today },
    zone: null,
  };
}

function whatIn(what: (typeof whats)[number], about: Pick<Digest, 'whose' | 'byPerson'>, words: string): What {
  if (what === 'digest') return { kind: 'digest', ...about };
  if (what === 'morning') return { kind: 'morning', whose: about.whose };
  if (what === 'reminder') return { kind: 'reminder', words, whose: about.whose };
  if (what === 'sheet') return { kind: 'sheet', whose: about.whose };
  if (isReview(what)) {
    const unit = what === 'quarter_review' ? 'quarter' : 'month';
    return { kind: 'review', unit, part: what === 'product_review' ? 'products' : 'all', ...about };
  }
  return { kind: 'report', reports: what === 'all' ? [...reportIds] : [what], ...about };
}

type Digest = Extract<What, { kind: 'digest' }>;

const people = (about: string): Audience => (about === 'all' ? { to: 'everyone' } : { to: 'team', teamId: about });

const managers = (about: string): Audience => ({ to: 'managers', teamIds: about === 'all' ? null : [about] });

/** The rule as a schedule stores it: its own copy. */
const rhythmOf = (rhythm: Rhythm): Recurrence['on'] => structuredClone(rhythms[rhythm].on) as Recurrence['on'];
