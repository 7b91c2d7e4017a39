import type { Transaction } from '../db/client.ts';
import type { Named } from './near-names.ts';

/** All customers' names, in order. */
export function customerNames(tx: Transaction, workspaceId: string): Promise<Named[]> {
  return tx.customer.findMany({
    where: { workspaceId },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}
