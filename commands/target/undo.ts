import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { findKpi } from '../../src/kpi/catalogue/index.ts';
import { subjectName, whoseTarget } from '../../src/kpi/subject.ts';
import { text } from '../../src/language/text.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { plannedUndoneMessage } from '../../src/slack/messages/planned-targets.ts';
import { targetUndoneMessage } from '../../src/slack/messages/targets.ts';
import { undoneForAllMessage } from '../../src/slack/messages/targets-of-all.ts';
import { goalsBack, undoableGoals, undoTargets } from '../../src/targets/change.ts';
import { maySet } from '../../src/targets/may-set.ts';
import { type SaidTarget, saidTogether } from '../../src/targets/said-target.ts';
import { askFirst } from './doubts.ts';
import { hearsOf, toldReply } from './news.ts';

/** *Undo*: brings back what applied before this goal, and all that were set or removed together with it. */
export const undo = (id: string, asked: Asked): Promise<Reply> => takeBack(id, asked, { isSure: false });

/** The same once the person has confirmed that past periods may change. */
export const undoAnyway = (id: string, asked: Asked): Promise<Reply> => takeBack(id, asked, { isSure: true });

async function takeBack(id: string, asked: Asked, { isSure }: { isSure: boolean }): Promise<Reply> {
  const { db, workspace, directory, member, now } = asked;
  const today = localDay(now, workspace.zone).toString();
  const goals = await saidTogether(db, workspace.id, id);
  // Roles and teams change: somebody who was allowed to set a goal may not be allowed to undo it now.
  const refused = goals.find((goal) => !maySet(member, goal, directory, today));
  if (refused) {
    throw new Problem('target.may_not_undo', { subject: subjectName(whoseTarget(refused), directory) });
  }
  const mine = { id, byId: member.id };
  const back = isSure ? [] : goalsBack(await undoableGoals(db, workspace.id, mine));
  const asking = await askFirst(back, { verb: 'undo', value: id }, asked);
  if (asking) return asking;

  const { all, notices } = await undoTargets(db, workspace.id, { ...mine, hears: hearsOf(asked) });
  const [first, ...others] = all;
  if (!first) return say(text('target.undone_already'));
  const told = toldOf(first.undone, asked);
  const isOfOne = others.every(({ undone }) => undone.subjectId === first.undone.subjectId);
  const message = isOfOne
    ? others.length > 0
      ? plannedUndoneMessage([first, ...others], told)
      : targetUndoneMessage(first.undone, first.before, told)
    : undoneForAllMessage(all.map((each) => ({ ...each, told: toldOf(each.undone, asked) })));
  return toldReply(message, notices, asked);
}

const toldOf = (target: SaidTarget, { directory, workspace }: Asked) => ({
  subject: subjectName(whoseTarget(target), directory),
  unit: findKpi(target.kpi)?.unit ?? ('count' as const),
  currency: workspace.currency,
  calendar: calendarSettings(workspace).calendar,
});
