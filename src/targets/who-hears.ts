import type { Directory } from '../people/directory.ts';
import { membersFrom } from '../people/presence.ts';
import type { NewTarget } from './storage.ts';

/**
 * Who is told of goals set together, except whoever sets them: the member; for a team its members on any day still to
 * come, and its manager. Nobody for a workspace's goal or for goals of the past. `targets` in order of time.
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
