import type { Directory } from '../people/directory.ts';
import { ownTeamIds } from '../people/manages.ts';
import { membersFrom } from '../people/presence.ts';

/** With whom a person can talk about a goal. */
export interface Talker {
  id: string;
  name: string;
  slackUserId: string;
}

/**
 * Who hears that a person wants to talk about a goal: who set it; where that was nobody (an import), the person themself
 * or somebody who has left, who manages a team of theirs; else an admin. Null: none of them uses Slack.
 *
 * @param today ISO
 */
export function whoTalks(
  { setById, memberId }: { setById: string | null; memberId: string },
  directory: Directory,
  today: string,
): Talker | null {
  const there = membersFrom(directory, today);
  const own = new Set(ownTeamIds({ id: memberId }, directory, today));
  const managers = directory.teams.flatMap(({ id, managerId }) => (own.has(id) ? [managerId] : []));
  const admins = there.flatMap(({ id, role }) => (role === 'admin' ? [id] : []));
  for (const id of [setById, ...managers, ...admins]) {
    const member = there.find((each) => each.id === id);
    if (member?.slackUserId && member.id !== memberId) {
      return { id: member.id, name: member.name, slackUserId: member.slackUserId };
    }
  }
  return null;
}
