import { z } from 'zod';
import { customerAskMessage } from '../messages/customer-ask.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({ customerId: z.guid(), askedById: z.guid() });

/** Asks a customer's people in their channel; a customer who is gone is not asked any more. */
export const customerAsk: Composer = async ({ db, workspace }, { id, content }) => {
  const asked = contentSchema.parse(content);
  const where = { workspaceId_id: { workspaceId: workspace.id, id: asked.customerId } };
  const customer = await db.customer.findUnique({ where, select: { name: true } });
  const names = { workspace: workspace.name, customer: customer?.name ?? '' };
  return customer && { message: () => customerAskMessage({ ...asked, askId: id }, names) };
};
