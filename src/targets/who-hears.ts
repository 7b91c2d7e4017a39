import type { Directory } from '../people/directory.ts';
import { membersFrom } from '../people/presence.ts';
import type { NewTarget } from './storage.ts';

/**
 * Who is told of goals said together, in the order of time, but for who sets them: the member themself; of a team whoever
 * is in it on one of the days still to come, and its manager. A workspace's goal is nobody's own, and what is over is no
 * news.
 *
 * @param today ISO
 */
export function whoHears(targets: readonly NewTarget[], directory: Directory, today: string): string[] {
  const [first] = targets;
  const last = targets.at(-1);
  if (!first || !last || last.endsOn <= today) return [];
  const { scope, subjectId, setById } = first;
  const { endsOn } = last;
  const from = first.startsOn > today ? first.startsOn : today;
  const inTeam = directory.memberships.filter(
    (span) =>
      span.teamId === subjectId && (!span.startsOn || span.startsOn < endsOn) && (!span.endsOn || span.endsOn > from),
  );
  const managerId = directory.teams.find(({ id }) => id === subjectId)?.managerId;
  const all = {
    workspace: [],
    member: [subjectId],
    team: [...inTeam.map(({ memberId }) => memberId), managerId],
  }[scope];
  const known = new Set(membersFrom(directory, today).map(({ id }) => id));
  return [...new Set(all)].flatMap((id) => (id && id !== setById && known.has(id) ? [id] : []));
}
