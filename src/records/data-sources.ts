import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../db/client.ts';

/** Notes that facts came from a source, so that every answer can say how fresh its data is. */
export async function markReceived(
  tx: Transaction,
  workspaceId: string,
  source: string,
  at: Temporal.Instant,
): Promise<void> {
  const lastReceivedAt = new Date(at.epochMilliseconds);
  await tx.dataSource.upsert({
    where: { workspaceId_name: { workspaceId, name: source } },
    create: { workspaceId, name: source, lastReceivedAt },
    update: { lastReceivedAt },
  });
}

/** The names of the sources that facts have come from. */
export async function sourceNames(db: Transaction, workspaceId: string): Promise<string[]> {
  const sources = await db.dataSource.findMany({ where: { workspaceId }, orderBy: { name: 'asc' } });
  return sources.map(({ name }) => name);
}

/** When facts came from a source last; null: never. */
export async function lastReceived(
  db: Transaction,
  workspaceId: string,
  name: string,
): Promise<Temporal.Instant | null> {
  const source = await db.dataSource.findUnique({ where: { workspaceId_name: { workspaceId, name } } });
  return source && Temporal.Instant.fromEpochMilliseconds(source.lastReceivedAt.getTime());
}
