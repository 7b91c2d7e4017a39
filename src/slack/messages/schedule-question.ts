import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, buttons, context, section } from './mrkdwn.ts';
import { fewText } from './pulse-few.ts';
import { audienceText, momentText } from './schedule.ts';
import { cardValue } from './schedule-card.ts';
import { type Listed, type Seen, scheduleRow } from './schedules.ts';

export const askingActions = {
  now: 'schedule_now_yes',
  again: 'schedule_again_yes',
  live: 'schedule_live_yes',
  liveFrom: 'schedule_live_from',
  remove: 'schedule_remove_yes',
  no: 'schedule_not_now',
} as const;

/** What to confirm before it is done. `people`: how many get it; `day`: which past day, ISO. */
export type Intended =
  | { deed: 'now' | 'remove'; people: number }
  | { deed: 'live'; people: number; refused: RefusedFirst | null }
  | { deed: 'again'; people: number; day: string };

/**
 * For a survey whose first round would be refused: why, and the first day (ISO) that one could be held; null: not
 * known.
 */
export interface RefusedFirst {
  why: string;
  first: { day: string; at: string } | null;
}

/**
 * Asks for confirmation before something is removed, or goes to a channel or several people, now or regularly. `notes`:
 * reasons against it
 */
export function scheduleQuestion(
  intended: Intended,
  { schedule, next }: Listed,
  seen: Seen,
  notes: readonly string[],
): Message {
  const { what, audience } = schedule;
  const { deed, people } = intended;
  const day = deed === 'again' ? intended.day : '';
  // A past standup's answers are posted again, but nobody is asked about a day that is over.
  const ofStandup = deed === 'again' ? 'channel' : 'both';
  const where = what.kind === 'standup' ? ofStandup : audience.to === 'channel' ? 'channel' : 'people';
  const channel =
    what.kind === 'standup'
      ? `<#${what.channelId}>`
      : where === 'channel'
        ? audienceText(audience, seen.directory)
        : '';
  const at = next ? momentText(next, seen) : 'none';
  const line = text(`schedule.ask.${deed}`, { where, channel, count: people, at, day });
  const begins = what.kind === 'pulse' && (deed === 'now' || deed === 'live');
  const few = begins ? fewText(what.questions ?? [], people) : [];
  const refused = deed === 'live' ? intended.refused : null;
  const value = cardValue(schedule, seen);
  const answers: ButtonSpec[] = [
    ...(refused?.first
      ? [
          {
            actionId: askingActions.liveFrom,
            label: text('schedule.ask.live_from', { at: refused.first.at }),
            value: `${value} ${refused.first.day}`,
          },
        ]
      : []),
    {
      actionId: askingActions[deed],
      label: text(`schedule.ask.${deed}.yes`),
      value: `${value} ${day}`.trimEnd(),
      style: deed === 'remove' ? 'danger' : 'primary',
    },
    { actionId: askingActions.no, label: text('schedule.ask.no'), value },
  ];
  return {
    text: [line, ...(refused ? [refused.why] : [])].join(' '),
    blocks: [
      section(`*${line}*`),
      section(scheduleRow(schedule, seen.directory)),
      ...(refused ? [section(refused.why)] : []),
      ...[...few, ...notes].map(context),
      buttons('schedule.ask', answers),
    ],
  };
}
