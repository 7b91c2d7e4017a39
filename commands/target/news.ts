import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import { workingDaysIn } from '../../src/calendar/working-days.ts';
import { findKpi } from '../../src/kpi/catalogue/index.ts';
import { addsUpOverTime } from '../../src/kpi/definition.ts';
import { subjectName } from '../../src/kpi/subject.ts';
import { allOf } from '../../src/language/list.ts';
import { text } from '../../src/language/text.ts';
import { memberCalendar, workspaceCalendar } from '../../src/people/working-calendar.ts';
import { type Asked, type Note, type Reply, say } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/messages/answer.ts';
import { context, escaped } from '../../src/slack/messages/mrkdwn.ts';
import { targetNewsMessage, wantsToTalkMessage } from '../../src/slack/messages/target-news.ts';
import type { Hears } from '../../src/targets/change.ts';
import { type GoalNews, newsOf } from '../../src/targets/news.ts';
import { answerNotice, noteTold, type TargetNotice } from '../../src/targets/notices.ts';
import type { SaidTarget } from '../../src/targets/said-target.ts';
import { whoHears } from '../../src/targets/who-hears.ts';
import { whoTalks } from '../../src/targets/who-talks.ts';
import { whoseTarget } from './subject.ts';

/** Who is told of goals that this person sets. */
export const hearsOf =
  ({ directory, workspace, now }: Asked): Hears =>
  (targets) =>
    whoHears(targets, directory, localDay(now, workspace.zone).toString());

/** The reply to who set goals: what was done, who is told, and the messages to them. */
export async function toldReply(done: Message, notices: readonly TargetNotice[], asked: Asked): Promise<Reply> {
  const { db, directory, workspace, now } = asked;
  const people = notices.flatMap((notice) => {
    const member = directory.members.find(({ id }) => id === notice.memberId);
    return member ? [{ notice, member }] : [];
  });
  const [first] = notices;
  const all = first && (await newsOf(db, workspace.id, first.targetId));
  const notes = people.flatMap(({ notice, member }): Note[] => {
    const goals = all?.get(notice.targetId);
    if (!member.slackUserId || !goals) return [];
    const message = targetNewsMessage(newsFrom(goals, member.id, asked), notice, { now, zone: workspace.zone });
    const arrived = () => noteTold(db, workspace.id, notice.id, new Date(now.epochMilliseconds));
    return [{ to: { slackUserId: member.slackUserId, name: member.name }, message, arrived }];
  });
  const unlinked = people.filter(({ member }) => member.slackUserId === null).map(({ member }) => member.name);
  const line = [toldLine(notes.map(({ to }) => to.name)), unlinkedLine(unlinked)].filter(Boolean).join(' ');
  const message = line === '' ? done : { text: `${done.text} ${line}`, blocks: [...done.blocks, context(line)] };
  return { message: () => message, isDone: true, notes };
}

/** Beyond these it is a number. */
const MOST_NAMED = 4;

/** Who gets a message, in words; '' for nobody. */
function toldLine(names: readonly string[]): string {
  if (names.length === 0) return '';
  if (names.length > MOST_NAMED) return text('target.told.many', { count: names.length });
  return text('target.told', { names: escaped(allOf(names)), count: names.length });
}

/** Whom we cannot reach. */
const unlinkedLine = (names: readonly string[]) =>
  names.length > 0 ? text('target.unlinked', { names: escaped(allOf(names)), count: names.length }) : '';

/** *Understood*: noted once, and said below the goal. */
export const understood = (id: string, asked: Asked): Promise<Reply> => answered(id, 'read', asked);

/** *Let’s talk*: a note to who set the goal, or who can talk in their place, once. */
export const letsTalk = (id: string, asked: Asked): Promise<Reply> => answered(id, 'talk', asked);

async function answered(id: string, answer: 'read' | 'talk', asked: Asked): Promise<Reply> {
  const { db, workspace, member, now } = asked;
  const at = new Date(now.epochMilliseconds);
  const found = await answerNotice(db, workspace.id, { id, memberId: member.id, answer, at });
  if (!found) return say(text('target.news.not_yours'));
  const { notice, isNew } = found;
  const news = await newsFor(notice, asked);
  const message = targetNewsMessage(news, notice, { now, zone: workspace.zone });
  if (answer === 'read' || !isNew) return { message: () => message, isDone: true };

  const { talksTo } = news;
  if (!talksTo) return { message: () => message, isDone: true };
  return {
    message: () => message,
    isDone: true,
    notes: [{ to: talksTo, message: wantsToTalkMessage(member.name, news) }],
  };
}

/** What was said, as the one reads it who was told. */
async function newsFor({ targetId, memberId }: TargetNotice, asked: Asked) {
  const all = await newsOf(asked.db, asked.workspace.id, targetId);
  return newsFrom(all.get(targetId) ?? [], memberId, asked);
}

function newsFrom(goals: readonly GoalNews[], memberId: string, asked: Asked) {
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
    setter: setterName(goal, directory),
    talksTo: whoTalks({ setById: goal.setById, memberId }, directory, today),
    isOwn: goal.scope === 'member',
    perDay: perDayOf(goal, asked),
  };
}

function setterName({ setById }: SaidTarget, { members }: Asked['directory']): string {
  if (setById === null) return text('target.news.import');
  return members.find(({ id }) => id === setById)?.name ?? text('target.news.somebody');
}

/** Only days on which one works count; a leave lowers the goal with them. */
function perDayOf({ kpi: id, scope, subjectId, value, startsOn, endsOn }: SaidTarget, { directory, workspace }: Asked) {
  const kpi = findKpi(id);
  if (value === null || !kpi || !addsUpOverTime(kpi)) return null;
  const calendar =
    scope === 'member' && subjectId
      ? memberCalendar(subjectId, directory, workspace)
      : workspaceCalendar(workspace, directory);
  const days = workingDaysIn(Temporal.PlainDate.from(startsOn), Temporal.PlainDate.from(endsOn), calendar);
  return days > 1 ? { value: Number(value) / days, days } : null;
}
