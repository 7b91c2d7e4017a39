import { Temporal } from 'temporal-polyfill';
import { keptFor } from '../../delivery/kept.ts';
import { morningOf } from '../../reports/morning.ts';
import { morningMessage } from '../messages/morning.ts';
import type { Composer } from './outgoing.ts';

/** A person's morning message; none for people whose Slack status says they are out of office. */
export const morning: Composer = async (asking, { id, memberId, scheduleId }) => {
  const { db, now, workspace, directory } = asking;
  const member = directory.members.find(({ id }) => id === memberId);
  if (!member || (member.awayUntil && Temporal.Instant.compare(now, member.awayUntil) < 0)) return null;
  // A test leaves waiting messages to the real one.
  const kept = scheduleId ? await keptFor(db, workspace.id, member.id, id) : [];
  const made = await morningOf(asking, member.id, kept);
  if (!made) return null;
  return { message: () => morningMessage(made, { now, zone: workspace.zone }) };
};
