/** Finds and tells a successor when the last admin has left. */
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../db/client.ts';
import { enqueue } from '../delivery/outbox.ts';
import { orphanedWorkspaces, succeed } from '../people/succession.ts';

export const NEW_ADMIN = 'new_admin';

/** Finds an admin for every workspace whose last one has left, and tells them in the same transaction. */
export async function planNewAdmins(db: Database, now: Temporal.Instant): Promise<void> {
  for (const workspaceId of await orphanedWorkspaces(db, now)) {
    await db.$transaction(async (tx) => {
      const successor = await succeed(tx, workspaceId, now);
      if (!successor) return;
      const { id: memberId, slackUserId: recipient, leftId } = successor;
      const notice = {
        cause: [NEW_ADMIN, memberId, now.toString()].join(' '),
        recipient,
        memberId,
        ownerId: null,
        content: { kind: NEW_ADMIN, leftId },
        urgency: 'notice' as const,
        dueAt: now,
      };
      await enqueue(tx, workspaceId, [notice], now);
    });
  }
}
