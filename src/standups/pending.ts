/** What a person is asked and has not answered, while there is time. */
import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../calendar/js-date.ts';
import type { Transaction } from '../db/client.ts';
import { askSchema, standupContent } from './asks.ts';

export interface PendingAsk {
  scheduleId: string;
  day: string;
  closesAt: Temporal.Instant;
}

/** @param now open is what closes later */
export async function pendingAsks(
  db: Transaction,
  workspaceId: string,
  memberId: string,
  now: Temporal.Instant,
): Promise<PendingAsk[]> {
  const rows = await db.$queryRaw<{ dueAt: Date; content: unknown }[]>`
    SELECT DISTINCT ON (d.schedule_id, d.content->>'day') d.due_at AS "dueAt", d.content FROM deliveries d
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.member_id = ${memberId}::uuid AND d.state = 'sent'
      AND d.content->>'kind' = ${standupContent.ask} AND d.schedule_id IS NOT NULL
      AND d.due_at > ${now.subtract({ hours: 25 }).toString()}::timestamptz
      AND NOT EXISTS (SELECT FROM standup_answers a WHERE a.workspace_id = d.workspace_id
        AND a.schedule_id = d.schedule_id AND a.member_id = d.member_id AND a.day::text = d.content->>'day')
    ORDER BY d.schedule_id, d.content->>'day', d.due_at DESC`;
  return rows.flatMap(({ dueAt, content }) => {
    const { scheduleId, day, windowMinutes } = askSchema.parse(content);
    const closesAt = instantOf(dueAt).add({ minutes: windowMinutes });
    return Temporal.Instant.compare(now, closesAt) <= 0 ? [{ scheduleId, day, closesAt }] : [];
  });
}
