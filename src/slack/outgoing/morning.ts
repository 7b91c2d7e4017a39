import { Temporal } from 'temporal-polyfill';
import { morningOf } from '../../reports/morning.ts';
import { morningMessage } from '../messages/morning.ts';
import type { Composer } from './outgoing.ts';

/** A person's own morning message. Who is out of office by their status in Slack is left alone. */
export const morning: Composer = async (asking, { memberId }) => {
  const { now, workspace, directory } = asking;
  const member = directory.members.find(({ id }) => id === memberId);
  if (!member || (member.awayUntil && Temporal.Instant.compare(now, member.awayUntil) < 0)) return null;
  const made = await morningOf(asking, member.id);
  if (!made) return null;
  return { message: () => morningMessage(made, { now, zone: workspace.zone }) };
};
