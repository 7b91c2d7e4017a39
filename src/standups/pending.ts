/** The standups a person can still answer. */
import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../calendar/js-date.ts';
import type { Transaction } from '../db/client.ts';
import { askSchema, standupContent } from './asks.ts';

export interface OpenAsk {
  scheduleId: string;
  day: string;
  closesAt: Temporal.Instant;
  /** Nothing is answered yet. */
  isUnsaid: boolean;
  /** Something is answered, but not everything. */
  isBegun: boolean;
}

/** The standups that a person has not answered at all. */
export const pendingAsks = async (...of: Parameters<typeof openAsks>): Promise<OpenAsk[]> =>
  (await openAsks(...of)).filter(({ isUnsaid }) => isUnsaid);

/** @param now standups that close later are open */
export async function openAsks(
  db: Transaction,
  workspaceId: string,
  memberId: string,
  now: Temporal.Instant,
): Promise<OpenAsk[]> {
  const rows = await db.$queryRaw<{ dueAt: Date; content: unknown; said: number | null }[]>`
    SELECT DISTINCT ON (d.schedule_id, d.content->>'day') d.due_at AS "dueAt", d.content,
      jsonb_array_length(a.answers) AS said
    FROM deliveries d
    LEFT JOIN standup_answers a ON a.workspace_id = d.workspace_id
      AND a.schedule_id = d.schedule_id AND a.member_id = d.member_id AND a.day::text = d.content->>'day'
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.member_id = ${memberId}::uuid AND d.state = 'sent'
      AND d.content->>'kind' = ${standupContent.ask} AND d.schedule_id IS NOT NULL
      AND d.due_at > ${now.subtract({ hours: 25 }).toString()}::timestamptz
    ORDER BY d.schedule_id, d.content->>'day', d.due_at DESC`;
  return rows.flatMap(({ dueAt, content, said }) => {
    const { scheduleId, day, windowMinutes, questions } = askSchema.parse(content);
    const closesAt = instantOf(dueAt).add({ minutes: windowMinutes });
    if (Temporal.Instant.compare(now, closesAt) > 0) return [];
    const isBegun = said !== null && said > 0 && said < (questions?.length ?? 0);
    return [{ scheduleId, day, closesAt, isUnsaid: said === null, isBegun }];
  });
}
