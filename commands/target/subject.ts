import type { Whose } from '../../src/kpi/question.ts';
import type { TargetSubject } from '../../src/targets/may-set.ts';

/** Whose goal it is, as stored; null for several teams. */
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
