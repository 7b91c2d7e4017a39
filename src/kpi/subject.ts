import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import { text } from '../language/text.ts';
import { placeOn } from '../people/belonging.ts';
import type { Directory, Job } from '../people/directory.ts';
import type { Workspace } from '../people/workspace.ts';
import type { TargetSubject } from '../targets/may-set.ts';
import type { Whose } from './question.ts';

/** Whose numbers an answer shows, as a name. */
export function subjectName(whose: Whose, { members, teams }: Directory): string {
  const nameOf = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name;
  if (whose.scope === 'workspace') return text('kpi.everyone');
  if (whose.scope === 'member') return nameOf(members, whose.memberId) ?? text('kpi.someone');
  return whose.teamIds.map((id) => nameOf(teams, id) ?? text('kpi.someone')).join(' + ');
}

/** The job whose KPIs are shown: a person's own as of today; of a team or everyone the manager's. */
export function jobOf(whose: Whose, directory: Directory, workspace: Workspace, now: Temporal.Instant): Job | null {
  if (whose.scope !== 'member') return 'manager';
  const today = localDay(now, workspace.zone).toString();
  const { job } = placeOn(whose.memberId, directory, today);
  if (job) return job;
  return directory.members.find(({ id }) => id === whose.memberId)?.role === 'manager' ? 'manager' : null;
}

/** Whose goal a stored one is. */
export function whoseTarget({ scope, subjectId }: TargetSubject): Whose {
  if (scope === 'workspace' || subjectId === null) return { scope: 'workspace' };
  return scope === 'team' ? { scope, teamIds: [subjectId] } : { scope, memberId: subjectId };
}
