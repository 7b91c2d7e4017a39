import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { localDay } from '../../calendar/local-day.ts';
import { workingDaysIn } from '../../calendar/working-days.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { addsUpOverTime } from '../../kpi/definition.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { subjectName, whoseTarget } from '../../kpi/subject.ts';
import { text } from '../../language/text.ts';
import { memberCalendar, workspaceCalendar } from '../../people/working-calendar.ts';
import { calendarSettings } from '../../people/workspace.ts';
import { type GoalNews, newsOf } from '../../targets/news.ts';
import { noticeOf, type TargetNotice } from '../../targets/notices.ts';
import type { SaidTarget } from '../../targets/said-target.ts';
import { whoTalks } from '../../targets/who-talks.ts';
import { targetNewsMessage } from '../messages/target-news.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({ noticeId: z.guid() });

/** News about goals of a person or their team. */
export const targetNews: Composer = async (asking, { content }) => {
  const { db, workspace, now } = asking;
  const notice = await noticeOf(db, workspace.id, contentSchema.parse(content).noticeId);
  if (!notice) return null;
  const message = targetNewsMessage(await newsFor(notice, asking), notice, { now, zone: workspace.zone });
  return { message: () => message };
};

/** The news as the person told reads it. */
export async function newsFor({ targetId, memberId }: TargetNotice, asked: Asking) {
  const all = await newsOf(asked.db, asked.workspace.id, targetId);
  return newsFrom(all.get(targetId) ?? [], memberId, asked);
}

function newsFrom(goals: readonly GoalNews[], memberId: string, asked: Asking) {
  const { workspace, directory, now } = asked;
  const today = localDay(now, workspace.zone).toString();
  const [first] = goals;
  if (!first) throw new Error('a notice is of a goal');
  const { goal } = first;
  return {
    goals,
    subject: subjectName(whoseTarget(goal), directory),
    unit: findKpi(goal.kpi)?.unit ?? 'count',
    currency: workspace.currency,
    calendar: calendarSettings(workspace).calendar,
    setter: setterName(goal, directory),
    talksTo: whoTalks({ setById: goal.setById, memberId }, directory, today),
    isOwn: goal.scope === 'member',
    perDay: perDayOf(goal, asked),
  };
}

function setterName({ setById }: SaidTarget, { members }: Asking['directory']): string {
  if (setById === null) return text('target.news.import');
  return members.find(({ id }) => id === setById)?.name ?? text('target.news.somebody');
}

/** Only the person's working days count; leave lowers the goal along with them. */
function perDayOf(
  { kpi: id, scope, subjectId, value, startsOn, endsOn }: SaidTarget,
  { directory, workspace }: Asking,
) {
  const kpi = findKpi(id);
  if (value === null || !kpi || !addsUpOverTime(kpi)) return null;
  const calendar =
    scope === 'member' && subjectId
      ? memberCalendar(subjectId, directory, workspace)
      : workspaceCalendar(workspace, directory);
  const days = workingDaysIn(Temporal.PlainDate.from(startsOn), Temporal.PlainDate.from(endsOn), calendar);
  return days > 1 ? { value: Number(value) / days, days } : null;
}
