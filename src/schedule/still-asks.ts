import type { Transaction } from '../db/client.ts';
import type { Round } from '../surveys/rounds.ts';
import { findSchedule } from './schedule.ts';

/**
 * Whether a survey still asks the audience of an earlier round. If not, no action can be promised to it from that round
 * any more.
 */
export async function stillAsks(
  db: Transaction,
  { workspaceId, scheduleId, teamId }: Pick<Round, 'workspaceId' | 'scheduleId' | 'teamId'>,
): Promise<boolean> {
  const schedule = await findSchedule(db, workspaceId, scheduleId);
  if (!schedule) return true;
  const { audience } = schedule;
  return (audience.to === 'team' ? audience.teamId : null) === teamId;
}
