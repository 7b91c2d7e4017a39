import type { Whose } from '../../src/kpi/question.ts';
import type { TargetSubject } from '../../src/targets/may-set.ts';

/** Whose goal a stored one is. */
export function whoseTarget({ scope, subjectId }: TargetSubject): Whose {
  if (scope === 'workspace' || subjectId === null) return { scope: 'workspace' };
  return scope === 'team' ? { scope, teamIds: [subjectId] } : { scope, memberId: subjectId };
}

/** Who is meant, as goals are stored; null for several teams. */
export function subjectOf(whose: Whose): TargetSubject | null {
  switch (whose.scope) {
    case 'member':
      return { scope: 'member', subjectId: whose.memberId };
    case 'team': {
      const [only, ...others] = whose.teamIds;
      return only && others.length === 0 ? { scope: 'team', subjectId: only } : null;
    }
    case 'workspace':
      return { scope: 'workspace', subjectId: null };
  }
}
