import type { InputBlock, ModalView } from '@slack/types';
import { weekdayLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { plainText } from '../messages/mrkdwn.ts';
import { type Choice, checkField, named, selectField, textField, timeField } from './fields.ts';
import { rhythmOf, rhythms } from './rhythms.ts';
import { isReview, OWN_CLOCK, whatOf, whats } from './schedule-filled.ts';

/** Whose numbers can be chosen, and by which clocks. */
export interface ScheduleChoices {
  teams: Directory['teams'];
  /** Whether everybody's can. */
  everyone: boolean;
  zones: readonly string[];
  /** ISO: from when the schedule holds. */
  today: string;
  /** The one that is changed, as it is, with whom in Slack it is for, where it is one person. */
  running?: { schedule: Schedule; slackUserId: string | null };
}

const WORKDAYS = [1, 2, 3, 4, 5];

/** What, about whom, where, how often and at what time. */
export function scheduleView(id: string, title: string, choices: ScheduleChoices): ModalView {
  const { teams, everyone, zones, today, running } = choices;
  const own = running?.schedule;
  const all: Choice[] = everyone ? [['all', text('schedule.form.all')]] : [];
  const about = own?.what.whose;
  const audience = own?.audience;
  const rhythm = own && rhythmOf(own.recurrence);
  const zoneNames = [...new Set([...(own?.zone ? [own.zone] : []), ...zones])];
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify({ today, ...(own ? { scheduleId: own.id } : {}) }),
    title: plainText(title),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [
      select(
        'what',
        whats.map((what) => [what, whatLabel(what)] as const),
        own && whatOf(own.what),
      ),
      textField(
        { id: 'words', label: text('schedule.form.words'), hint: text('schedule.form.words_hint') },
        own?.what.kind === 'reminder' ? own.what.words : '',
        { lines: true, optional: true },
      ),
      select('about', [...all, ...named(teams)], about?.scope === 'team' ? about.teamIds[0] : undefined),
      select(
        'to',
        [
          ['channel', text('schedule.form.to_channel')],
          ['people', text('schedule.form.to_people')],
          ['person', text('schedule.form.to_person')],
        ],
        audience && (audience.to === 'channel' ? 'channel' : audience.to === 'member' ? 'person' : 'people'),
      ),
      {
        ...wanted('channel', text('schedule.form.channel_hint')),
        element: {
          type: 'conversations_select',
          action_id: 'channel',
          filter: { include: ['public', 'private'], exclude_bot_users: true },
          ...(audience?.to === 'channel' ? { initial_conversation: audience.channelId } : {}),
        },
      },
      {
        ...wanted('person', text('schedule.form.person_hint')),
        element: {
          type: 'users_select',
          action_id: 'person',
          ...(running?.slackUserId ? { initial_user: running.slackUserId } : {}),
        },
      },
      select(
        'rhythm',
        rhythms.map((each) => [each, text(`schedule.rhythm.${each}`)] as const),
        rhythm?.rhythm,
      ),
      timeField({ id: 'at', label: text('schedule.form.at') }, own?.recurrence.at ?? '09:00'),
      checkField(
        { id: 'days', label: text('schedule.form.days'), hint: text('schedule.form.days_hint') },
        [1, 2, 3, 4, 5, 6, 7].map((day) => [String(day), weekdayLabel(day)] as const),
        (rhythm?.days ?? WORKDAYS).map(String),
        { optional: true },
      ),
      textField(
        { id: 'date', label: text('schedule.form.date'), hint: text('schedule.form.date_hint') },
        rhythm?.date ? String(rhythm.date) : '',
        { optional: true },
      ),
      select(
        'holidays',
        [
          ['no', text('schedule.form.holidays_no')],
          ['yes', text('schedule.form.holidays_yes')],
        ],
        rhythm?.onHolidays ? 'yes' : 'no',
        text('schedule.form.holidays_hint'),
      ),
      select(
        'zone',
        [[OWN_CLOCK, text('schedule.form.own_clock')], ...zoneNames.map((zone): Choice => [zone, zone])],
        own?.zone ?? undefined,
      ),
      select(
        'people',
        [
          ['no', text('schedule.form.people_no')],
          ['yes', text('schedule.form.people_yes')],
        ],
        own && 'byPerson' in own.what && own.what.byPerson ? 'yes' : 'no',
        text('schedule.form.people_hint'),
      ),
    ],
  };
}

function whatLabel(what: (typeof whats)[number]): string {
  if (what === 'morning' || what === 'sheet' || what === 'reminder' || isReview(what))
    return text(`schedule.form.${what}`);
  return what === 'digest' || what === 'all' ? text(`schedule.form.${what}_reports`) : text(`report.title.${what}`);
}

const labels = {
  what: 'schedule.form.what',
  about: 'schedule.form.about',
  to: 'schedule.form.to',
  rhythm: 'schedule.form.rhythm',
  holidays: 'schedule.form.holidays',
  zone: 'schedule.form.zone',
  people: 'schedule.form.people',
} as const;

/** A list with the choice that holds, else its first. */
const select = (id: keyof typeof labels, choices: readonly Choice[], chosen?: string, hint?: string): InputBlock =>
  selectField({ id, label: text(labels[id]), ...(hint ? { hint } : {}) }, choices, chosen ?? choices[0]?.[0] ?? '');

/** A field that some of the choices above it ask for. */
const wanted = (id: 'channel' | 'person', hint: string) => ({
  type: 'input' as const,
  block_id: id,
  optional: true,
  label: plainText(text(`schedule.form.${id}`)),
  hint: plainText(hint),
});
