import { z } from 'zod';
import { channelAskMessage } from '../messages/channel-ask.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({
  customerId: z.guid(),
  askedById: z.guid(),
  // Stored asks from before there was a second question have none.
  instrument: z.enum(['nps', 'csat']).default('nps'),
});

/** Asks a customer's people in their channel, unless the customer is gone. */
export const channelAsk: Composer = async ({ db, workspace }, { id, content }) => {
  const { instrument, ...asked } = contentSchema.parse(content);
  const where = { workspaceId_id: { workspaceId: workspace.id, id: asked.customerId } };
  const customer = await db.customer.findUnique({ where, select: { name: true } });
  const words = { instrument, workspace: workspace.name, customer: customer?.name ?? '' };
  return customer && { message: () => channelAskMessage({ ...asked, askId: id }, words) };
};
