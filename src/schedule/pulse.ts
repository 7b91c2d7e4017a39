/** What goes out in a survey of employees: a round begins, and everybody it asks is asked once, and reminded. */
import { Temporal } from 'temporal-polyfill';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Transaction } from '../db/client.ts';
import { enqueue, type NewDelivery } from '../delivery/outbox.ts';
import type { Asking } from '../kpi/evaluate.ts';
import type { Directory } from '../people/directory.ts';
import { ownTeamIds } from '../people/manages.ts';
import { pulseContent } from '../surveys/content.ts';
import { invitationsOf, type Round, startRound } from '../surveys/rounds.ts';
import type { Recipient } from './recipients.ts';
import type { Schedule, What } from './schedule.ts';

export type Pulse = Extract<What, { kind: 'pulse' }>;

/** What a schedule asks employees; null: it is no survey of them. */
export const pulseOf = ({ what }: Pick<Schedule, 'what'>): Pulse | null => (what.kind === 'pulse' ? what : null);

/**
 * Of those whose time has come, the ones whom the round asks: it begins with the first of them, and nobody joins later. Each is
 * asked once in a round, whatever happens.
 */
export async function askingIn(
  tx: Transaction,
  schedule: Schedule,
  asks: readonly NewDelivery[],
  { recipients, directory, now }: { recipients: readonly Recipient[]; directory: Directory; now: Temporal.Instant },
): Promise<NewDelivery[]> {
  const what = pulseOf(schedule);
  if (!what || asks.length === 0) return [...asks];
  const { workspaceId, id: scheduleId, audience } = schedule;
  const teamId = audience.to === 'team' ? audience.teamId : null;
  const invited = recipients.flatMap(({ memberId, days }) =>
    memberId === null ? [] : [{ memberId, teamId: teamId ?? teamOf(memberId, directory, now, days.working.zone) }],
  );
  const { instrument, howMany, openDays } = what;
  const round = await startRound(tx, { workspaceId, scheduleId, instrument, teamId, howMany, openDays, invited }, now);
  const isInvited = new Set((await invitationsOf(tx, round)).map(({ memberId }) => memberId));
  return asks.flatMap((ask) => {
    const recipient = recipients.find(({ memberId }) => memberId !== null && memberId === ask.memberId);
    if (!recipient?.memberId || !isInvited.has(recipient.memberId)) return [];
    const content = { kind: pulseContent.ask, scheduleId, roundId: round.id };
    // It has until then, so it does not wait for the morning.
    const unasked = { topic: 'pulse', beyond: 'goes' } as const;
    const own = { ...ask, cause: ['pulse', round.id].join(' '), content, staleAt: round.closesAt, unasked };
    return [own, ...remindersOf(own, round, what, recipient)];
  });
}

/** One half through and one on the last day, in working hours; of a survey of a day or two none, or one. They are told to nobody else. */
function remindersOf(ask: NewDelivery, round: Round, { openDays }: Pulse, { days, zone }: Recipient): NewDelivery[] {
  const after = [...new Set([Math.ceil(openDays / 2), openDays - 1])].filter((day) => day > 0 && day < openDays);
  return after.flatMap((day, index) => {
    const dueAt = nextWorkingMoment(ask.dueAt.add({ hours: 24 * day }), { ...days.working, zone });
    if (Temporal.Instant.compare(dueAt, round.closesAt) >= 0) return [];
    const { recipient, memberId, urgency } = ask;
    return [
      {
        ...{ recipient, memberId, urgency, dueAt, ownerId: null, staleAt: round.closesAt },
        cause: ['pulse', round.id, 'reminder', index + 1].join(' '),
        content: { kind: pulseContent.reminder, roundId: round.id },
        // What it reminds of lies there already.
        unasked: { topic: 'pulse', beyond: 'lapses' },
      },
    ];
  });
}

/** Of somebody in several teams the first by name; null: of none. */
function teamOf(memberId: string, directory: Directory, now: Temporal.Instant, zone: string): string | null {
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const own = ownTeamIds({ id: memberId }, directory, today);
  return directory.teams.find(({ id }) => own.includes(id))?.id ?? null;
}

/** Reminds somebody once more at a moment of their choice. False: the round has closed by then. */
export async function remindLater(
  { db, workspace, directory, member, deed, now }: Asking & { member: { id: string }; deed: string },
  round: Round,
  at: Temporal.Instant,
): Promise<boolean> {
  const recipient = directory.members.find(({ id }) => id === member.id)?.slackUserId;
  if (!recipient || Temporal.Instant.compare(at, round.closesAt) >= 0) return false;
  const reminder: NewDelivery = {
    ...{ recipient, memberId: member.id, ownerId: null, dueAt: at, staleAt: round.closesAt, urgency: 'prompt' },
    cause: ['pulse', round.id, 'later', deed].join(' '),
    content: { kind: pulseContent.reminder, roundId: round.id },
  };
  await db.$transaction((tx) => enqueue(tx, workspace.id, [reminder], now));
  return true;
}
