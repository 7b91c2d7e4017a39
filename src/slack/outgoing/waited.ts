import { keptFor } from '../../delivery/kept.ts';
import { waitedMessage } from '../messages/kept.ts';
import type { Composer } from './outgoing.ts';

/** What waited for a morning message that does not come. null if another one has shown it meanwhile. */
export const waited: Composer = async ({ db, workspace }, { id, memberId }) => {
  const kept = memberId ? await keptFor(db, workspace.id, memberId, id) : [];
  return kept.length > 0 ? { message: () => waitedMessage(kept) } : null;
};
