import type { Database } from '../db/client.ts';

/** What became of something that was to go out. */
export interface Past {
  slot: string | null;
  recipient: string;
  /** held, planned, sending, sent, failed, skipped */
  state: string;
  /** Why it failed, was skipped, or waits. */
  reason: string | null;
  sentAt: Date | null;
  failures: number;
}

/** The last deliveries of a schedule, the newest first. */
export function pastOf(db: Database, workspaceId: string, scheduleId: string, most: number): Promise<Past[]> {
  return db.delivery.findMany({
    where: { workspaceId, scheduleId },
    select: { slot: true, recipient: true, state: true, reason: true, sentAt: true, failures: true },
    orderBy: [{ dueAt: 'desc' }, { id: 'desc' }],
    take: most,
  });
}
