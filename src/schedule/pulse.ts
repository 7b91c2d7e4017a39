/** What goes out in a survey of employees: a round begins, and everybody it asks is asked once, and reminded. */
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Transaction } from '../db/client.ts';
import type { NewDelivery } from '../delivery/outbox.ts';
import { onceForEachCalendar } from '../people/working-calendar.ts';
import { pulseContent } from '../surveys/content.ts';
import { invitationsOf, type NoRound, type Round, runningRound, startRound } from '../surveys/rounds.ts';
import { newRound, pulseOf, type Whom } from './pulse-round.ts';
import type { Schedule } from './schedule.ts';

/** How many of the audience a round asks. */
export const peopleAsked = ({ audience }: Pick<Schedule, 'audience'>, people: number): number =>
  audience.to === 'sample' ? Math.floor(people / audience.oneIn) : people;

/**
 * Of those whose slot has come, the ones the round asks, each in their next working hours; or why there is no round. It
 * begins with the first of them, nobody joins later, and each is asked once. `before`: slots that struck before,
 * elsewhere or an hour ago; a round refused then does not begin after all.
 */
export async function askingIn(
  tx: Transaction,
  schedule: Schedule,
  asks: readonly NewDelivery[],
  { recipients, directory, workspace, now }: Whom,
  before: ReadonlySet<string> = new Set(),
): Promise<NewDelivery[] | NoRound> {
  const what = pulseOf(schedule);
  if (!what || asks.length === 0) return [...asks];
  const { id: scheduleId } = schedule;
  const { openDays } = what;
  const isNew = asks.some(({ slot }) => !slot || !before.has(slot.name));
  const round = isNew
    ? await startRound(tx, newRound(schedule, what, { recipients, directory, workspace, now }), now)
    : await runningRound(tx, schedule, now);
  if (!round) return [];
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
    // It stays open for days, so it need not wait for the morning message.
    const unasked = { topic: 'pulse', beyond: 'goes' } as const;
    const asked = { ...ask, cause: ['pulse', round.id].join(' '), content, dueAt, staleAt: round.closesAt, unasked };
    return [asked, ...remindersOf(asked, round, reminders)];
  });
}

/** When somebody is asked, and reminded. */
interface Moments {
  dueAt: Temporal.Instant;
  reminders: readonly { number: number; dueAt: Temporal.Instant }[];
}

/** The moments of a round for each person, computed once per calendar. */
function momentsIn(round: Round, openDays: number, { directory, workspace, now }: Omit<Whom, 'recipients'>) {
  const byMoment = new Map<number, (memberId: string, zone: string) => Moments>();
  return (askAt: Temporal.Instant, memberId: string, zone: string): Moments => {
    const find =
      byMoment.get(askAt.epochMilliseconds) ??
      onceForEachCalendar(
        (own) => {
          const dueAt = nextWorkingMoment(askAt, own);
          return { dueAt, reminders: remindingMoments(dueAt, round, openDays, own) };
        },
        { directory, workspace, now },
      );
    byMoment.set(askAt.epochMilliseconds, find);
    return find(memberId, zone);
  };
}

/**
 * One half-way and one on the last day, in working hours and on different days; surveys of a day or two have one or
 * none.
 */
function remindingMoments(askedAt: Temporal.Instant, round: Round, openDays: number, own: WorkingCalendar) {
  const dayOf = (at: Temporal.Instant) => localDay(at, own.zone).toString();
  const taken = new Set([dayOf(askedAt)]);
  return [Math.ceil(openDays / 2), openDays - 1].flatMap((after, index): Moments['reminders'] => {
    const dueAt = nextWorkingMoment(askedAt.add({ hours: 24 * after }), own);
    if (Temporal.Instant.compare(dueAt, round.closesAt) >= 0 || taken.has(dayOf(dueAt))) return [];
    taken.add(dayOf(dueAt));
    return [{ number: index + 1, dueAt }];
  });
}

/** No owner is told if a reminder fails. */
const remindersOf = (
  { recipient, memberId, urgency }: NewDelivery,
  round: Round,
  reminders: Moments['reminders'],
): NewDelivery[] =>
  reminders.map(({ number, dueAt }) => ({
    ...{ recipient, memberId, urgency, dueAt, ownerId: null, staleAt: round.closesAt },
    cause: ['pulse', round.id, 'reminder', number].join(' '),
    content: { kind: pulseContent.reminder, roundId: round.id },
    // The question itself is already there.
    unasked: { topic: 'pulse', beyond: 'lapses' },
  }));

/** Tells a survey's owner that it was not held, and why. */
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
