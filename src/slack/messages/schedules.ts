import type { Temporal } from 'temporal-polyfill';
import { instantOf, isoDayOf } from '../../calendar/js-date.ts';
import type { Past } from '../../delivery/look-up.ts';
import { momentLabel } from '../../language/dates.ts';
import { text, textIfAny } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, context, fittingButtons, mention, section } from './mrkdwn.ts';
import { pulseActions } from './pulse-asked.ts';
import { audienceText, momentText, whatText, whenText } from './schedule.ts';
import { cardValue, rests } from './schedule-card.ts';

export const scheduleActions = {
  add: 'schedule_add',
  test: 'schedule_test',
  live: 'schedule_live',
  pause: 'schedule_pause',
  now: 'schedule_now',
  log: 'schedule_log',
  change: 'schedule_change',
  remove: 'schedule_remove',
} as const;

/** A schedule for a list, and when it is due next; null: not at all. */
export interface Listed {
  schedule: Schedule;
  next: Temporal.Instant | null;
  mayChange: boolean;
}

export interface Seen {
  now: Temporal.Instant;
  zone: string;
  directory: Directory;
}

/** Each takes two of the 50 blocks that Slack allows, besides the buttons below. */
const MOST = 20;

/** The scheduled messages, each with its buttons. */
export function schedulesMessage(listed: readonly Listed[], mayAdd: boolean, seen: Seen, head?: string): Message {
  const line = head ?? text(listed.length ? 'schedule.list' : 'schedule.none', { count: listed.length });
  const rows = listed.slice(0, MOST).flatMap((each) => scheduleBlocks(each, seen));
  const rest = listed.length - MOST;
  return {
    text: line,
    blocks: [
      section(`*${line}*`),
      ...rows,
      ...(rest > 0 ? [context(text('answer.more', { count: rest }))] : []),
      ...(mayAdd
        ? fittingButtons('schedules', [{ actionId: scheduleActions.add, label: text('schedule.add'), value: 'new' }])
        : []),
    ],
  };
}

/** One schedule below a line that says what was done with it, with its buttons. */
export function scheduleMessage(said: string, listed: Listed, seen: Seen): Message {
  return { text: said, blocks: [section(`*${said}*`), ...scheduleBlocks(listed, seen)] };
}

/** Its number, what it sends to whom, and when. */
export const scheduleRow = (schedule: Schedule, directory: Directory): string =>
  text('schedule.row', {
    number: schedule.number,
    what: whatText(schedule, directory),
    whom: audienceText(schedule.audience, directory),
    when: whenText(schedule),
  });

/** A schedule with its buttons; `only`: with just these. */
export function scheduleBlocks(
  { schedule, next, mayChange }: Listed,
  { now, zone, directory }: Seen,
  only?: readonly (keyof typeof scheduleActions)[],
) {
  const isResting = rests(schedule, { now, zone });
  const state = isResting
    ? text('schedule.not_live', { until: schedule.pausedUntil ? isoDayOf(schedule.pausedUntil) : 'none' })
    : next
      ? text('schedule.next', { at: momentText(next, { now, zone }) })
      : text('schedule.never');
  const row = section(`${scheduleRow(schedule, directory)}\n${state}`);
  if (!mayChange) return [row];
  const button = (action: keyof typeof scheduleActions, label: string): ButtonSpec => ({
    actionId: scheduleActions[action],
    label,
    value: cardValue(schedule, { now, zone }),
  });
  const specs = [
    button('test', text('schedule.test')),
    isResting
      ? { ...button('live', text('schedule.go_live')), style: 'primary' as const }
      : button('pause', text('schedule.pause')),
    button('now', text('schedule.now')),
    button('log', text('schedule.log')),
    ...changeButtons(schedule, button('change', text('schedule.change'))),
    button('remove', text('schedule.remove')),
  ];
  const wanted = only?.map((each): string => scheduleActions[each]);
  const offered = specs.filter(({ actionId }) => !wanted || wanted.includes(actionId));
  return [row, ...fittingButtons(`schedule-${schedule.id}`, offered)];
}

/**
 * Surveys have their own form. Alerts are typed sentences and surveys of customers follow a rule, so neither can be
 * changed in a form.
 */
function changeButtons({ id, what }: Schedule, button: ButtonSpec): ButtonSpec[] {
  if (['alert', 'customers'].includes(what.kind)) return [];
  return [what.kind === 'pulse' ? { ...button, actionId: pulseActions.change, value: id } : button];
}

/** What became of a schedule's messages. */
export function pastMessage(what: string, past: readonly Past[], { now, zone }: Pick<Seen, 'now' | 'zone'>): Message {
  const head = text(past.length ? 'schedule.past' : 'schedule.no_past', { what });
  const lines = past.map((each) =>
    text('schedule.past.line', {
      slot: each.slot?.replace('T', ' ') ?? '–',
      whom: mention(each.recipient),
      became: becameText(each, { now, zone }),
    }),
  );
  return { text: head, blocks: [section([`*${head}*`, ...lines].join('\n'))] };
}

/** What became of a message that was to be sent. */
export const becameText = (
  { state, reason, sentAt, failures }: Past,
  { now, zone }: Pick<Seen, 'now' | 'zone'>,
): string =>
  text('past.became', {
    state,
    at: sentAt ? momentLabel(instantOf(sentAt), now, zone) : '',
    failures,
    why: reason
      ? (textIfAny(`schedule.past.${reason}`) ?? textIfAny(`undelivered.reason.${reason}`) ?? reason)
      : 'none',
  });
