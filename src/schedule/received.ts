import { Temporal } from 'temporal-polyfill';
import type { Asking } from '../kpi/evaluate.ts';
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
  const next = recipientsOf(schedule, workspace, directory, now).flatMap(
    ({ zone, days }) => nextSlot(schedule.recurrence, zone, days, now)?.at ?? [],
  );
  return next.sort(Temporal.Instant.compare)[0] ?? null;
}

/** The schedules that a member stands behind, resting or not. */
export async function ownedBy(asking: Asking, memberId: string): Promise<Received[]> {
  const schedules = await schedulesOf(asking.db, asking.workspace.id);
  const owned = schedules.filter(({ ownerId }) => ownerId === memberId);
  return owned.map((schedule) => ({ schedule, next: nextOf(schedule, asking) }));
}

/** What a member gets in their messages with the bot; what rests is left out. */
export async function receivedBy({ db, workspace, directory, now }: Asking, memberId: string): Promise<Received[]> {
  const schedules = await schedulesOf(db, workspace.id);
  const today = now.toZonedDateTimeISO(workspace.zone).toPlainDate().toString();
  return schedules.flatMap((schedule): Received[] => {
    const own = recipientsOf(schedule, workspace, directory, now).find((recipient) => recipient.memberId === memberId);
    if (!own || restsOn(schedule, today)) return [];
    return [{ schedule, next: nextSlot(schedule.recurrence, own.zone, own.days, now)?.at ?? null }];
  });
}
