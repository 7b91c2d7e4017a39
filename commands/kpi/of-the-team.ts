import type { Question } from '../../src/kpi/question.ts';
import { managedTeamIds } from '../../src/people/manages.ts';
import type { Asked } from '../../src/slack/command.ts';

/** Managers who ask for their own numbers get those of their teams, which their job is measured by. */
export function ofTheTeam(question: Question, { member, directory }: Asked): Question {
  const teamIds = managedTeamIds(member, directory);
  const isOwn = question.whose.scope === 'member' && question.whose.memberId === member.id;
  return isOwn && teamIds.length ? { ...question, whose: { scope: 'team', teamIds } } : question;
}
