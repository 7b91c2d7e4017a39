import { morningOf } from '../../reports/morning.ts';
import { morningMessage } from '../messages/morning.ts';
import type { Composer } from './outgoing.ts';

/** A person's own morning message; what goes to nobody in person has nothing to say. */
export const morning: Composer = async (asking, { memberId }) => {
  const made = memberId && (await morningOf(asking, memberId));
  if (!made) return null;
  const { now, workspace } = asking;
  return { message: () => morningMessage(made, { now, zone: workspace.zone }) };
};
