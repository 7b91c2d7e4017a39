import { z } from 'zod';
import { channelAskMessage } from '../messages/channel-ask.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({ customerId: z.guid(), askedById: z.guid() });

/** Asks a customer's people in their channel; a customer who is gone is not asked any more. */
export const channelAsk: Composer = async ({ db, workspace }, { id, content }) => {
  const asked = contentSchema.parse(content);
  const where = { workspaceId_id: { workspaceId: workspace.id, id: asked.customerId } };
  const customer = await db.customer.findUnique({ where, select: { name: true } });
  const names = { workspace: workspace.name, customer: customer?.name ?? '' };
  return customer && { message: () => channelAskMessage({ ...asked, askId: id }, names) };
};
