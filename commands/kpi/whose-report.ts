import type { Whose } from '../../src/kpi/question.ts';
import { managedTeamIds } from '../../src/people/manages.ts';
import type { Asked } from '../../src/slack/command.ts';

/** If the words do not say whose: for a manager their teams, for an admin everyone, for others their own. */
export function whoseReport(whose: Whose, { member, directory }: Asked): Whose {
  if (whose.scope !== 'member' || whose.memberId !== member.id) return whose;
  const teamIds = managedTeamIds(member, directory);
  if (teamIds.length) return { scope: 'team', teamIds };
  return member.role === 'admin' ? { scope: 'workspace' } : whose;
}
