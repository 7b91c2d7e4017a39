import { Temporal } from 'temporal-polyfill';
import type { Past } from '../../delivery/look-up.ts';
import { momentLabel } from '../../language/dates.ts';
import { text, textIfAny } from '../../language/text.ts';
import type { Directory } from '../../people/directory.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, context, fittingButtons, mention, section } from './mrkdwn.ts';
import { audienceText, whatText, whenText } from './schedule.ts';

export const scheduleActions = {
  add: 'schedule_add',
  test: 'schedule_test',
  live: 'schedule_live',
  pause: 'schedule_pause',
  now: 'schedule_now',
  log: 'schedule_log',
  remove: 'schedule_remove',
} as const;

/** A schedule as it stands in the list, and when it strikes next. */
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

/** Two blocks each, and the buttons below. */
const MOST = 20;

/** What goes out by itself, each with what can be done about it. */
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

/** One schedule, what was done with it, and what can be done next. */
export function scheduleMessage(said: string, listed: Listed, seen: Seen): Message {
  return { text: said, blocks: [section(`*${said}*`), ...scheduleBlocks(listed, seen)] };
}

/** A schedule with its buttons. */
export function scheduleBlocks({ schedule, next, mayChange }: Listed, { now, zone, directory }: Seen) {
  const what = whatText(schedule, directory);
  const values = {
    number: schedule.number,
    what,
    whom: audienceText(schedule.audience, directory),
    when: whenText(schedule),
  };
  const state = isPaused(schedule, now, zone)
    ? text('schedule.is_paused', { until: schedule.pausedUntil?.toISOString().slice(0, 10) ?? 'none' })
    : next
      ? text('schedule.next', { at: momentLabel(next, now, zone) })
      : text('schedule.never');
  const row = section(`${text('schedule.row', values)}\n${state}`);
  if (!mayChange) return [row];
  const button = (action: keyof typeof scheduleActions, label: string): ButtonSpec => ({
    actionId: scheduleActions[action],
    label,
    value: schedule.id,
  });
  const specs = [
    button('test', text('schedule.test')),
    isPaused(schedule, now, zone)
      ? { ...button('live', text('schedule.go_live')), style: 'primary' as const }
      : button('pause', text('schedule.pause')),
    button('now', text('schedule.now')),
    button('log', text('schedule.log')),
    button('remove', text('schedule.remove')),
  ];
  return [row, ...fittingButtons(`schedule-${schedule.id}`, specs)];
}

/** Whether it rests, as of today in the workspace's zone. */
function isPaused({ isPaused: rests, pausedUntil }: Schedule, now: Temporal.Instant, zone: string): boolean {
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  return rests && (!pausedUntil || today < pausedUntil.toISOString().slice(0, 10));
}

/** What became of what a schedule sent. */
export function pastMessage(what: string, past: readonly Past[], { now, zone }: Pick<Seen, 'now' | 'zone'>): Message {
  const head = text(past.length ? 'schedule.past' : 'schedule.no_past', { what });
  const lines = past.map(({ slot, recipient, state, reason, sentAt, failures }) =>
    text('schedule.past.line', {
      slot: slot?.replace('T', ' ') ?? '–',
      whom: mention(recipient),
      state,
      at: sentAt ? momentLabel(Temporal.Instant.fromEpochMilliseconds(sentAt.getTime()), now, zone) : '',
      failures,
      why: reason ? (textIfAny(`schedule.past.${reason}`) ?? textIfAny(`undelivered.reason.${reason}`) ?? reason) : '',
    }),
  );
  return { text: head, blocks: [section([`*${head}*`, ...lines].join('\n'))] };
}
