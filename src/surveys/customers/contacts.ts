/** To which address a customer is asked by e-mail. */
import type { Transaction } from '../../db/client.ts';
import { addressIn } from './mail.ts';

/** So many of the last links are looked through for an address. */
const LOOKED_AT = 20;

/** The address that was noted, else the last one a link was made for; null: none. */
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

/** Notes it; null: none any more. */
export async function noteContact(db: Transaction, workspaceId: string, customerId: string, contact: string | null) {
  await db.customer.update({ where: { workspaceId_id: { workspaceId, id: customerId } }, data: { contact } });
}
