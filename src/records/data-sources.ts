import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Transaction } from '../db/client.ts';

/** Notes that facts came from a source, so that every answer can say how fresh its data is. */
export async function markReceived(
  tx: Transaction,
  workspaceId: string,
  source: string,
  at: Temporal.Instant,
): Promise<void> {
  const lastReceivedAt = dateOf(at);
  await tx.dataSource.upsert({
    where: { workspaceId_name: { workspaceId, name: source } },
    create: { workspaceId, name: source, lastReceivedAt },
    update: { lastReceivedAt },
  });
}
