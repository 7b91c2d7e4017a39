import { localDay } from '../../src/calendar/local-day.ts';
import { membersFrom } from '../../src/people/presence.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { officesMessage } from '../../src/slack/messages/offices.ts';

/** `/salespulse offices`: when each office works. */
export async function offices({ directory, member, workspace, now }: Asked): Promise<Reply> {
  const there = membersFrom(directory, localDay(now, workspace.zone).toString());
  const lines = directory.offices.map((office) => ({
    ...office,
    people: there.filter(({ officeId }) => officeId === office.id).length,
  }));
  const message = officesMessage(lines, member.role === 'admin');
  return { message: () => message };
}
