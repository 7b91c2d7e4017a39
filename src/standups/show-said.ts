/** Replaces the messages that asked a person with their answers. */
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../db/client.ts';
import { enqueue } from '../delivery/outbox.ts';
import { type Session, standupContent } from './asks.ts';

interface Asking {
  id: string;
  recipient: string;
}

/** Plans this for the question and its reminder, wherever they are. */
export async function showSaid(
  tx: Transaction,
  { workspaceId, scheduleId, day, memberId, deed }: Session & { memberId: string; deed: string },
  now: Temporal.Instant,
): Promise<void> {
  const asked = await tx.$queryRaw<Asking[]>`
    SELECT id, recipient FROM deliveries
    WHERE workspace_id = ${workspaceId}::uuid AND schedule_id = ${scheduleId}::uuid AND member_id = ${memberId}::uuid
      AND content->>'kind' IN (${standupContent.ask}, ${standupContent.reminder}) AND content->>'day' = ${day}
      AND (state IN ('sending', 'sent') OR state = 'planned' AND is_unsure)`;
  const updates = asked.map(({ id, recipient }) => ({
    cause: ['standup', standupContent.said, id, deed].join(' '),
    recipient,
    memberId,
    ownerId: null,
    content: { kind: standupContent.said, scheduleId, day, inPlaceOf: id },
    urgency: 'prompt' as const,
    dueAt: now,
    staleAt: now.add({ hours: 12 }),
  }));
  await enqueue(tx, workspaceId, updates, now);
}
