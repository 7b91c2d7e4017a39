import { z } from 'zod';
import { channelAskMessage } from '../messages/channel-ask.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({
  customerId: z.guid(),
  askedById: z.guid(),
  // What was written down before there was another question has none.
  instrument: z.enum(['nps', 'csat']).default('nps'),
});

/** Asks a customer's people in their channel; a customer who is gone is not asked any more. */
export const channelAsk: Composer = async ({ db, workspace }, { id, content }) => {
  const { instrument, ...asked } = contentSchema.parse(content);
  const where = { workspaceId_id: { workspaceId: workspace.id, id: asked.customerId } };
  const customer = await db.customer.findUnique({ where, select: { name: true } });
  const words = { instrument, workspace: workspace.name, customer: customer?.name ?? '' };
  return customer && { message: () => channelAskMessage({ ...asked, askId: id }, words) };
};
