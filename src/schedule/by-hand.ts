/** What people make a schedule send by hand: a test, now, or once more. */
import { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import { localDay } from '../calendar/local-day.ts';
import type { Transaction } from '../db/client.ts';
import { enqueue } from '../delivery/outbox.ts';
import { Problem } from '../errors.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { saidOn } from '../standups/answers.ts';
import { asksOf } from '../standups/asks.ts';
import { limitsOf } from '../surveys/limits.ts';
import { runningRound } from '../surveys/rounds.ts';
import { contentsOf } from './content.ts';
import { askedOfCustomers } from './customers.ts';
import { deliveriesOf } from './deliveries-of.ts';
import { askingIn, peopleAsked } from './pulse.ts';
import { pulseOf } from './pulse-round.ts';
import { type Recipient, recipientsOf } from './recipients.ts';
import type { Schedule } from './schedule.ts';
import { type Slot, slotOn } from './slots.ts';
import { besideAsking, digestAgain } from './standup.ts';

/** Who asked, and Slack's id of the press: the same press twice sends once. */
export interface Wish {
  member: { id: string; slackUserId: string };
  deed: string;
}

/** Sends what a schedule would send now to the person who asked, and to nobody else. */
export async function sendTest(asking: Asking, schedule: Schedule, { member, deed }: Wish): Promise<void> {
  const { db, workspace, directory, now } = asking;
  const [recipient] = recipientsOf(schedule, workspace, directory, now);
  const days =
    recipient?.days ??
    recipientsOf({ audience: { to: 'channel', channelId: '' }, zone: null }, workspace, directory, now)[0]?.days;
  if (!days) return;
  const today = localDay(now, recipient?.zone ?? workspace.zone);
  const tests = contentsOf(schedule, today, days, recipient?.people ?? []).map((content, index) => ({
    cause: ['test', deed, index + 1].join(' '),
    recipient: member.slackUserId,
    memberId: member.id,
    ownerId: null,
    content: { ...content, isTest: true },
    urgency: 'prompt' as const,
    dueAt: now,
  }));
  await db.$transaction((tx) => enqueue(tx, workspace.id, tests, now));
}

/** Sends it to all recipients, as of now. Returns how many. @throws Problem if a round of it is open */
export async function runNow(asking: Asking, schedule: Schedule, deed: string): Promise<number> {
  const { db, now } = asking;
  mustGoByHand(schedule);
  if (pulseOf(schedule) && (await runningRound(db, schedule, now))) throw new Problem('pulse.running');
  const recipients = recipientsOf(schedule, asking.workspace, asking.directory, now);
  return strikeAt(asking, schedule, { deed, recipients }, (zone) => {
    const local = now.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    return { name: local, at: now };
  });
}

/**
 * Sends a day's messages once more, with the numbers as of then. Returns how many get them, and for how many that day's
 * are still to come by their own clock: those get them only then, or they would have them twice.
 */
export async function makeAgain(
  asking: Asking,
  schedule: Schedule,
  day: Temporal.PlainDate,
  deed: string,
): Promise<{ count: number; ahead: number }> {
  const { db, workspace, directory, now } = asking;
  mustGoAgain(schedule);
  await mustHaveAsked(db, schedule, day);
  // Nobody can be asked about a day that is over; what was said then can be read again.
  const digest = digestAgain(schedule, day, deed, { zone: workspace.zone, now });
  if (digest) return { count: await db.$transaction((tx) => enqueue(tx, workspace.id, [digest], now)), ahead: 0 };
  const all = recipientsOf(schedule, workspace, directory, now);
  const slotIn = (zone: string) => slotOn(day, schedule.recurrence, zone);
  const recipients = all.filter(({ zone }) => Temporal.Instant.compare(slotIn(zone).at, now) <= 0);
  const count = await strikeAt(asking, schedule, { deed, recipients }, slotIn);
  return { count, ahead: all.length - recipients.length };
}

/** @throws Problem: each customer has their own day */
export function mustGoByHand(schedule: Schedule): void {
  if (askedOfCustomers(schedule)) throw new Problem('nps.schedule.own_day');
}

/** @throws Problem, too, for a survey: nobody is asked for what they thought on another day */
export function mustGoAgain(schedule: Schedule): void {
  mustGoByHand(schedule);
  if (pulseOf(schedule)) throw new Problem('pulse.not_again');
}

/** @throws Problem for a standup's day on which nobody was asked, as while the bot was away: nothing could be read */
export async function mustHaveAsked(db: Transaction, schedule: Schedule, on: Temporal.PlainDate): Promise<void> {
  if (schedule.what.kind !== 'standup') return;
  const session = { workspaceId: schedule.workspaceId, scheduleId: schedule.id, day: on.toString() };
  const [asks, said] = await Promise.all([asksOf(db, session), saidOn(db, session)]);
  if (said.length === 0 && !asks.some(({ isReached }) => isReached))
    throw new Problem('standup.nobody_asked', { day: session.day });
}

function strikeAt(
  asking: Asking,
  schedule: Schedule,
  { deed, recipients }: { deed: string; recipients: readonly Recipient[] },
  slotIn: (zone: string) => Slot,
): Promise<number> {
  const { db, workspace, directory, now } = asking;
  const deliveries = recipients.flatMap((recipient) => deliveriesOf(schedule, recipient, slotIn(recipient.zone), deed));
  return db.$transaction(async (tx) => {
    const slots = new Set(deliveries.flatMap(({ slot }) => slot?.name ?? []));
    await noteOccurrences(tx, schedule, [...slots], now);
    const asking = await askingIn(tx, schedule, deliveries, { recipients, directory, workspace, now });
    if ('why' in asking) throw new Problem(`pulse.${asking.why}`, limitsOf(asking, workspace));
    await enqueue(tx, workspace.id, [...asking, ...besideAsking(schedule, deliveries, recipients, now, deed)], now);
    return peopleAsked(schedule, recipients.length);
  });
}

async function noteOccurrences(tx: Transaction, schedule: Schedule, slots: readonly string[], now: Temporal.Instant) {
  const { workspaceId, id: scheduleId } = schedule;
  const plannedAt = dateOf(now);
  const data = slots.map((slot) => ({ workspaceId, scheduleId, slot, state: 'planned', plannedAt }));
  await tx.occurrence.createMany({ data, skipDuplicates: true });
}
