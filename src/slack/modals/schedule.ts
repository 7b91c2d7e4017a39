import type { InputBlock, ModalView } from '@slack/types';
import { weekdayLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { context, escaped, plainText } from '../messages/mrkdwn.ts';
import { type Choice, checkField, named, selectField, textField, timeField } from './fields.ts';
import { rhythmOf, rhythms } from './rhythms.ts';
import {
  isReview,
  keptBeside,
  OWN_CLOCK,
  type ScheduleField,
  type ScheduleValues,
  shownFields,
  whatOf,
  whats,
} from './schedule-filled.ts';

/** The teams and time zones to choose from. */
export interface ScheduleChoices {
  teams: Directory['teams'];
  /** Whether everybody's numbers can be chosen. */
  everyone: boolean;
  zones: readonly string[];
  /** The day from which the schedule applies, ISO. */
  today: string;
}

export interface ScheduleForm {
  id: string;
  title: string;
  choices: ScheduleChoices;
  values: ScheduleValues;
  /** The schedule being changed, as its card's buttons carry it. */
  card?: string | undefined;
  /** Why it could not be saved, or what to know before saving. */
  note?: string | undefined;
}

/**
 * Fields for what, about whom, where, how often and when. Only those that the choices call for are shown, so that a
 * choice can change them.
 */
export function scheduleView({ id, title, choices, values, card, note }: ScheduleForm): ModalView {
  const blocks = shownFields(values).map((field) => fields[field](values[field], choices));
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: keptBeside(values, { today: choices.today, card }),
    title: plainText(title),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [...(note ? [context(`:warning: ${escaped(note)}`)] : []), ...blocks],
  };
}

const WORKDAYS = [1, 2, 3, 4, 5];

/** The form's first values: those of `running`, or the usual ones. `reader`: the Slack id of the person it goes to. */
export function scheduleValues(
  choices: ScheduleChoices,
  running?: { schedule: Schedule; reader: string | null },
): ScheduleValues {
  const own = running?.schedule;
  const whose = own?.what.whose;
  const audience = own?.audience;
  const rhythm = own && rhythmOf(own.recurrence);
  return {
    what: (own && whatOf(own.what)) ?? 'digest',
    words: own?.what.kind === 'reminder' ? own.what.words : '',
    about: (whose?.scope === 'team' ? whose.teamIds[0] : undefined) ?? abouts(choices)[0]?.[0] ?? '',
    to: !audience || audience.to === 'channel' ? 'channel' : audience.to === 'member' ? 'person' : 'people',
    whom: audience?.to === 'member' ? 'person' : 'people',
    channel: audience?.to === 'channel' ? audience.channelId : '',
    person: running?.reader ?? '',
    rhythm: rhythm?.rhythm ?? rhythms[0],
    at: own?.recurrence.at ?? '09:00',
    days: (rhythm?.days ?? WORKDAYS).join(','),
    date: rhythm?.date ? String(rhythm.date) : '',
    holidays: rhythm?.onHolidays ? 'yes' : 'no',
    zone: own?.zone ?? OWN_CLOCK,
    people: own && 'byPerson' in own.what && own.what.byPerson ? 'yes' : 'no',
  };
}

const abouts = ({ everyone, teams }: ScheduleChoices): Choice[] => [
  ...(everyone ? [['all', text('schedule.form.all')] as const] : []),
  ...named(teams),
];

const TO_CHANNEL: Choice = ['channel', text('schedule.form.to_channel')];
const toPeople = (['people', 'person'] as const).map((to): Choice => [to, text(`schedule.form.to_${to}`)]);

const fields: Readonly<Record<ScheduleField, (value: string, choices: ScheduleChoices) => InputBlock>> = {
  what: (value) =>
    calling(
      select(
        'what',
        whats.map((what) => [what, whatLabel(what)] as const),
        value,
      ),
    ),
  words: (value) =>
    textField({ id: 'words', label: text('schedule.form.words'), hint: text('schedule.form.words_hint') }, value, {
      lines: true,
      optional: true,
    }),
  about: (value, choices) => select('about', abouts(choices), value),
  to: (value) => calling(select('to', [TO_CHANNEL, ...toPeople], value)),
  whom: (value) => calling(select('whom', toPeople, value)),
  channel: (value) => ({
    ...wanted('channel'),
    element: {
      type: 'conversations_select',
      action_id: 'channel',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(value ? { initial_conversation: value } : {}),
    },
  }),
  person: (value) => ({
    ...wanted('person'),
    element: { type: 'users_select', action_id: 'person', ...(value ? { initial_user: value } : {}) },
  }),
  rhythm: (value) =>
    calling(
      select(
        'rhythm',
        rhythms.map((each) => [each, text(`schedule.rhythm.${each}`)] as const),
        value,
      ),
    ),
  at: (value) => timeField({ id: 'at', label: text('schedule.form.at') }, value),
  days: (value) =>
    checkField(
      { id: 'days', label: text('schedule.form.days') },
      [1, 2, 3, 4, 5, 6, 7].map((day) => [String(day), weekdayLabel(day)] as const),
      value.split(','),
      { optional: true },
    ),
  date: (value) =>
    textField({ id: 'date', label: text('schedule.form.date'), hint: text('schedule.form.date_hint') }, value, {
      optional: true,
    }),
  holidays: (value) =>
    select(
      'holidays',
      (['no', 'yes'] as const).map((each) => [each, text(`schedule.form.holidays_${each}`)] as const),
      value,
    ),
  zone: (value, { zones }) =>
    select(
      'zone',
      [
        [OWN_CLOCK, text('schedule.form.own_clock')],
        ...[...new Set([...(value === OWN_CLOCK ? [] : [value]), ...zones])].map((zone): Choice => [zone, zone]),
      ],
      value,
    ),
  people: (value) =>
    select(
      'people',
      (['no', 'yes'] as const).map((each) => [each, text(`schedule.form.people_${each}`)] as const),
      value,
      text('schedule.form.people_hint'),
    ),
};

function whatLabel(what: (typeof whats)[number]): string {
  if (what === 'morning' || what === 'sheet' || what === 'reminder' || isReview(what))
    return text(`schedule.form.${what}`);
  return what === 'digest' || what === 'all' ? text(`schedule.form.${what}_reports`) : text(`report.title.${what}`);
}

const labels = {
  what: 'schedule.form.what',
  about: 'schedule.form.about',
  to: 'schedule.form.to',
  whom: 'schedule.form.to',
  rhythm: 'schedule.form.rhythm',
  holidays: 'schedule.form.holidays',
  zone: 'schedule.form.zone',
  people: 'schedule.form.people',
} as const;

const select = (id: keyof typeof labels, choices: readonly Choice[], chosen: string, hint?: string): InputBlock =>
  selectField({ id, label: text(labels[id]), ...(hint ? { hint } : {}) }, choices, chosen);

/** A choice in this field may call for other fields. */
const calling = (block: InputBlock): InputBlock => ({ ...block, dispatch_action: true });

/** Optional for Slack, so that our own words say what is missing. */
const wanted = (id: 'channel' | 'person') => ({
  type: 'input' as const,
  block_id: id,
  optional: true,
  label: plainText(text(`schedule.form.${id}`)),
  hint: plainText(text(`schedule.form.${id}_hint`)),
});
