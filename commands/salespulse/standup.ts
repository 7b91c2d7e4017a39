import { schedulesOf } from '../../src/schedule/schedule.ts';
import { standupOf } from '../../src/schedule/standup.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { standupsMessage } from '../../src/slack/messages/standup.ts';
import { listedAs, schedule, sees } from './schedule.ts';

/**
 * `/salespulse standup` lists the standups, with *Add a standup*. They are schedules with the numbers of schedules, so
 * `… standup 2 pause` is the same as `… schedule 2 pause`.
 */
export async function standup(words: string, asked: Asked): Promise<Reply> {
  if (/^\d/.test(words)) return schedule(words, asked);
  const { db, workspace, directory, now, member } = asked;
  const all = await schedulesOf(db, workspace.id);
  const listed = all.flatMap((each) => (standupOf(each) && sees(each, asked) ? [listedAs(each, asked)] : []));
  const message = standupsMessage(listed, member.role !== 'rep', { now, zone: workspace.zone, directory });
  return { message: () => message };
}
