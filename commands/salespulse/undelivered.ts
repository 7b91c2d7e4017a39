import { isOwnedBy, tryAgain } from '../../src/delivery/undelivered.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { maySchedule } from '../../src/schedule/may-schedule.ts';
import { findSchedule } from '../../src/schedule/schedule.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { RETRY } from '../../src/slack/messages/undelivered.ts';
import { failedSchema } from '../../src/slack/outgoing/undelivered.ts';

/** *Try again* under a message that could not be sent, for people who may still have it sent today. */
export const undeliveredPresses = {
  async [RETRY](value: string, { db, workspace, member, directory }: Asked): Promise<Reply> {
    const failed = failedSchema.safeParse(JSON.parse(value));
    if (!failed.success) throw new Problem('slack.unknown_action');
    const { scheduleId } = failed.data;
    const schedule = scheduleId ? await findSchedule(db, workspace.id, scheduleId) : null;
    if (scheduleId && !schedule) throw new Problem('schedule.gone');
    const may = schedule
      ? maySchedule(schedule, member, directory)
      : member.role === 'admin' || (await isOwnedBy(db, workspace.id, failed.data, member.id));
    if (!may) throw new Problem('schedule.may_not');
    const count = await tryAgain(db, workspace.id, failed.data);
    return { ...say(text('undelivered.retried', { count })), isDone: true };
  },
};
