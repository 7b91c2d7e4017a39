import type { Directory } from '../people/directory.ts';
import { ownTeamIds } from '../people/manages.ts';
import { membersFrom } from '../people/presence.ts';

/** With whom a person can talk about a goal. */
export interface Talker {
  id: string;
  name: string;
  slackUserId: string;
}

interface Whom {
  setById: string | null;
  memberId: string;
}

/**
 * Who is told that a person wants to talk about a goal: who set it; if that was an import, the person themself or
 * somebody who has left, a manager of theirs; else an admin. Null: none of them uses Slack.
 *
 * @param today ISO
 */
export const whoTalks = (whom: Whom, directory: Directory, today: string): Talker | null =>
  allWhoTalk(whom, directory, today)[0] ?? null;

/** All candidates, best first. */
export function allWhoTalk({ setById, memberId }: Whom, directory: Directory, today: string): Talker[] {
  const there = membersFrom(directory, today);
  const own = new Set(ownTeamIds({ id: memberId }, directory, today));
  const managers = directory.teams.flatMap(({ id, managerId }) => (own.has(id) ? [managerId] : []));
  const admins = there.flatMap(({ id, role }) => (role === 'admin' ? [id] : []));
  return [...new Set([setById, ...managers, ...admins])].flatMap((id) => {
    const member = there.find((each) => each.id === id);
    if (!member?.slackUserId || member.id === memberId) return [];
    return [{ id: member.id, name: member.name, slackUserId: member.slackUserId }];
  });
}
