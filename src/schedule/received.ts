import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { onceForEachZone } from './once-for-each-zone.ts';
import { recipientsOf } from './recipients.ts';
import { restsOn, type Schedule, schedulesOf } from './schedule.ts';
import { nextSlot } from './slots.ts';

/** A schedule that somebody gets in person, and when it strikes next by their own clock. */
export interface Received {
  schedule: Schedule;
  next: Temporal.Instant | null;
}

/** When a schedule strikes next for any of those it is for; null: never by itself. */
export function nextOf(schedule: Schedule, { workspace, directory, now }: Asking): Temporal.Instant | null {
  const nextFor = onceForEachZone(schedule, ({ zone, days }) => nextSlot(schedule.recurrence, zone, days, now)?.at);
  const next = recipientsOf(schedule, workspace, directory, now).flatMap((recipient) => nextFor(recipient) ?? []);
  return next.sort(Temporal.Instant.compare)[0] ?? null;
}

/** The schedules a member owns, live or not. */
export async function ownedBy(asking: Asking, memberId: string): Promise<Received[]> {
  const schedules = await schedulesOf(asking.db, asking.workspace.id);
  const owned = schedules.filter(({ ownerId }) => ownerId === memberId);
  return owned.map((schedule) => ({ schedule, next: nextOf(schedule, asking) }));
}

/** What a member gets in their messages with the bot; what rests is left out. */
export const receivedBy = async (asking: Asking, memberId: string): Promise<Received[]> =>
  (await receivedByEach(asking))(memberId);

/** The same for many members, reading the schedules once. */
export async function receivedByEach({
  db,
  workspace,
  directory,
  now,
}: Asking): Promise<(memberId: string) => Received[]> {
  const today = localDay(now, workspace.zone).toString();
  const live = (await schedulesOf(db, workspace.id)).filter((schedule) => !restsOn(schedule, today));
  const all = live.map((schedule) => ({
    schedule,
    recipients: new Map(recipientsOf(schedule, workspace, directory, now).map((each) => [each.memberId, each])),
  }));
  return (memberId) =>
    all.flatMap(({ schedule, recipients }): Received[] => {
      const own = recipients.get(memberId);
      return own ? [{ schedule, next: nextSlot(schedule.recurrence, own.zone, own.days, now)?.at ?? null }] : [];
    });
}
