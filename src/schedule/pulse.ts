/** What goes out in a survey of employees: a round begins, and everybody it asks is asked once, and reminded. */
import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Transaction } from '../db/client.ts';
import type { NewDelivery } from '../delivery/outbox.ts';
import type { Directory } from '../people/directory.ts';
import { ownTeamIds } from '../people/manages.ts';
import { memberWithId } from '../people/of-member.ts';
import { onceForEachCalendar, workspaceCalendar } from '../people/working-calendar.ts';
import type { Workspace } from '../people/workspace.ts';
import { pulseContent } from '../surveys/content.ts';
import { invitationsOf, type NoRound, type Round, startRound } from '../surveys/rounds.ts';
import type { Recipient } from './recipients.ts';
import type { Schedule, What } from './schedule.ts';

export type Pulse = Extract<What, { kind: 'pulse' }>;

/** What a schedule asks employees; null: it is no survey of them. */
export const pulseOf = ({ what }: Pick<Schedule, 'what'>): Pulse | null => (what.kind === 'pulse' ? what : null);

/** How many of those whom a schedule is for hear of it at a time. */
export const peopleAsked = ({ audience }: Pick<Schedule, 'audience'>, people: number): number =>
  audience.to === 'sample' ? Math.floor(people / audience.oneIn) : people;

/** Who could be asked, and when it is. */
export interface Whom {
  recipients: readonly Recipient[];
  directory: Directory;
  workspace: Workspace;
  now: Temporal.Instant;
}

/**
 * Of those whose time has come, the ones whom the round asks, each in their next working hours: it begins with the first of them,
 * and nobody joins later. Each is asked once in a round, whatever happens. Or why there is none.
 */
export async function askingIn(
  tx: Transaction,
  schedule: Schedule,
  asks: readonly NewDelivery[],
  { recipients, directory, workspace, now }: Whom,
): Promise<NewDelivery[] | NoRound> {
  const what = pulseOf(schedule);
  if (!what || asks.length === 0) return [...asks];
  const { workspaceId, id: scheduleId, audience, ownerId } = schedule;
  const { instrument, howMany, questions: own = [], openDays, mode = 'anonymous' } = what;
  const teamId = audience.to === 'team' ? audience.teamId : null;
  const role = audience.to === 'role' ? audience.role : null;
  const oneIn = audience.to === 'sample' ? audience.oneIn : 1;
  const today = now.toZonedDateTimeISO(workspace.zone).toPlainDate().toString();
  const closesAt = nextWorkingMoment(now.add({ hours: 24 * openDays }), workspaceCalendar(workspace, directory));
  const canBeAsked = reachable(closesAt, { directory, workspace, now });
  const invited = recipients.flatMap(({ memberId, zone }) =>
    memberId !== null && canBeAsked(memberId, zone)
      ? [{ memberId, teamId: teamId ?? teamOf(memberId, directory, today) }]
      : [],
  );
  const asking = { instrument, howMany, own, mode, ownerId };
  const whom = { teamId, role, oneIn, invited };
  const round = await startRound(tx, { workspaceId, scheduleId, ...asking, closesAt, ...whom }, now);
  if ('why' in round) return round;
  const isInvited = new Set((await invitationsOf(tx, round)).map(({ memberId }) => memberId));
  const people = new Map(recipients.map((recipient) => [recipient.memberId, recipient]));
  const momentsOf = momentsIn(round, openDays, { directory, workspace, now });
  return asks.flatMap((ask) => {
    const recipient = people.get(ask.memberId);
    if (!recipient?.memberId || !isInvited.has(recipient.memberId)) return [];
    const { dueAt, reminders } = momentsOf(ask.dueAt, recipient.memberId, recipient.zone);
    if (Temporal.Instant.compare(dueAt, round.closesAt) >= 0) return [];
    const content = { kind: pulseContent.ask, scheduleId, roundId: round.id };
    // It has until then, so it does not wait for the morning.
    const unasked = { topic: 'pulse', beyond: 'goes' } as const;
    const asked = { ...ask, cause: ['pulse', round.id].join(' '), content, dueAt, staleAt: round.closesAt, unasked };
    return [asked, ...remindersOf(asked, round, reminders)];
  });
}

/**
 * Whether somebody can be asked before a round closes: not who has gone by the day it begins, nor who is off until it is over; both
 * would only lower how many took part. Whoever goes while it is open stays counted: were they taken out, the difference would be theirs.
 */
function reachable(closesAt: Temporal.Instant, { directory, workspace, now }: Omit<Whom, 'recipients'>) {
  const today = now.toZonedDateTimeISO(workspace.zone).toPlainDate().toString();
  const earliest = onceForEachCalendar((own) => nextWorkingMoment(now, own), {
    directory,
    workspace,
    from: dayBefore(now),
  });
  return (memberId: string, zone: string): boolean => {
    const leftOn = memberWithId(directory, memberId)?.deactivatedOn ?? null;
    if (leftOn !== null && leftOn <= today) return false;
    return Temporal.Instant.compare(earliest(memberId, zone), closesAt) < 0;
  };
}

/** Wherever somebody lives, it is no earlier day. */
const dayBefore = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 }).toString();

/** When somebody is asked, and reminded. */
interface Moments {
  dueAt: Temporal.Instant;
  reminders: readonly { number: number; dueAt: Temporal.Instant }[];
}

/** The moments of a round for each, found once for all of whom they are the same. */
function momentsIn(round: Round, openDays: number, { directory, workspace, now }: Omit<Whom, 'recipients'>) {
  const from = dayBefore(now);
  const byMoment = new Map<number, (memberId: string, zone: string | null) => Moments>();
  return (askAt: Temporal.Instant, memberId: string, zone: string): Moments => {
    const find =
      byMoment.get(askAt.epochMilliseconds) ??
      onceForEachCalendar(
        (own) => {
          const dueAt = nextWorkingMoment(askAt, own);
          return { dueAt, reminders: remindingMoments(dueAt, round, openDays, own) };
        },
        { directory, workspace, from },
      );
    byMoment.set(askAt.epochMilliseconds, find);
    return find(memberId, zone);
  };
}

/**
 * One half through and one on the last day, in working hours and each on a day of its own; of a survey of a day or two none, or
 * one.
 */
function remindingMoments(askedAt: Temporal.Instant, round: Round, openDays: number, own: WorkingCalendar) {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(own.zone).toPlainDate().toString();
  const taken = new Set([dayOf(askedAt)]);
  return [Math.ceil(openDays / 2), openDays - 1].flatMap((after, index): Moments['reminders'] => {
    const dueAt = nextWorkingMoment(askedAt.add({ hours: 24 * after }), own);
    if (Temporal.Instant.compare(dueAt, round.closesAt) >= 0 || taken.has(dayOf(dueAt))) return [];
    taken.add(dayOf(dueAt));
    return [{ number: index + 1, dueAt }];
  });
}

/** They are told to nobody else. */
const remindersOf = (
  { recipient, memberId, urgency }: NewDelivery,
  round: Round,
  reminders: Moments['reminders'],
): NewDelivery[] =>
  reminders.map(({ number, dueAt }) => ({
    ...{ recipient, memberId, urgency, dueAt, ownerId: null, staleAt: round.closesAt },
    cause: ['pulse', round.id, 'reminder', number].join(' '),
    content: { kind: pulseContent.reminder, roundId: round.id },
    // What it reminds of lies there already.
    unasked: { topic: 'pulse', beyond: 'lapses' },
  }));

/** Says to who owns a survey that it was not held, and why; nothing where nobody owns it. */
export function notHeld(
  { id: scheduleId, ownerId }: Pick<Schedule, 'id' | 'ownerId'>,
  no: NoRound,
  { directory, now }: Pick<Whom, 'directory' | 'now'>,
): NewDelivery[] {
  const recipient = directory.members.find(({ id, deactivatedOn }) => id === ownerId && !deactivatedOn)?.slackUserId;
  if (!recipient) return [];
  const day = now.toString().slice(0, 10);
  return [
    {
      ...{ recipient, memberId: ownerId, ownerId: null, urgency: 'notice', dueAt: now },
      cause: ['pulse', 'not held', scheduleId, day].join(' '),
      content: { kind: pulseContent.notHeld, scheduleId, ...no },
    },
  ];
}

/** Of somebody in several teams the first by name; null: of none. */
function teamOf(memberId: string, directory: Directory, today: string): string | null {
  const own = ownTeamIds({ id: memberId }, directory, today);
  return directory.teams.find(({ id }) => own.includes(id))?.id ?? null;
}
