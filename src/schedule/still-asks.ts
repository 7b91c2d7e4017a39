import type { Transaction } from '../db/client.ts';
import type { Round } from '../surveys/rounds.ts';
import { findSchedule } from './schedule.ts';

/**
 * Whether a survey still asks the team, or everybody, that a round of it has asked. When it has come to ask others, nothing is
 * promised to these from that round any more. One that was removed asks nobody else.
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
