import { localDay } from '../../src/calendar/local-day.ts';
import { logOf } from '../../src/delivery/look-up.ts';
import { Problem } from '../../src/errors.ts';
import { managedMemberIds } from '../../src/people/manages.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { logMessage } from '../../src/slack/messages/log.ts';

const MOST = 30;

/**
 * `/salespulse log`: what you were sent and what became of it; `for @anna`, `in #sales`: the same for them, if you may
 * see it.
 */
export async function log(words: string, asked: Asked): Promise<Reply> {
  const { db, workspace, directory, member, now } = asked;
  const own = directory.members.find(({ id }) => id === member.id)?.slackUserId ?? '';
  const [, id] = /<[#@]([A-Z0-9]+)(?:\|[^>]*)?>/.exec(words) ?? [];
  if (words && !id) throw new Problem('schedule.whose', { words });
  const recipient = id ?? own;
  if (recipient !== own && !maySee(recipient, asked)) throw new Problem('log.may_not');
  const logged = await logOf(db, workspace.id, recipient, MOST);
  const message = logMessage(logged, { now, zone: workspace.zone });
  return { message: () => message };
}

/** Admins see everything, managers their people and all channels. */
function maySee(recipient: string, { member, directory, workspace, now }: Asked): boolean {
  if (member.role === 'admin') return true;
  if (member.role !== 'manager') return false;
  const managed = managedMemberIds(member, directory, localDay(now, workspace.zone).toString());
  const person = directory.members.find(({ slackUserId }) => slackUserId === recipient);
  return person ? managed.includes(person.id) : recipient.startsWith('C');
}
