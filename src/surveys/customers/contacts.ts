/** The e-mail address at which a customer is asked. */
import type { Transaction } from '../../db/client.ts';
import { addressIn } from './mail.ts';

/** The number of latest links to search for an address. */
const LOOKED_AT = 20;

/** The address set for the customer, else the one the last link was made for; null: none. */
export async function contactOf(db: Transaction, workspaceId: string, customerId: string): Promise<string | null> {
  const customer = await db.customer.findUnique({ where: { workspaceId_id: { workspaceId, id: customerId } } });
  if (customer?.contact) return customer.contact;
  const links = await db.customerLink.findMany({
    where: { workspaceId, customerId, respondent: { contains: '@' } },
    orderBy: { askedAt: 'desc' },
    take: LOOKED_AT,
  });
  return links.flatMap(({ respondent }) => addressIn(respondent) ?? [])[0] ?? null;
}

/** Sets the address; null removes it. */
export async function noteContact(db: Transaction, workspaceId: string, customerId: string, contact: string | null) {
  await db.customer.update({ where: { workspaceId_id: { workspaceId, id: customerId } }, data: { contact } });
}
