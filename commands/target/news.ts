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
import { type News, targetNewsMessage, wantsToTalkMessage } from '../../src/slack/messages/target-news.ts';
import type { Hears } from '../../src/targets/change.ts';
import { type GoalNews, newsOf } from '../../src/targets/news.ts';
import { answerNotice, noteTold, type TargetNotice } from '../../src/targets/notices.ts';
import type { SaidTarget } from '../../src/targets/said-target.ts';
import { whoHears } from '../../src/targets/who-hears.ts';
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
    const message = targetNewsMessage(newsFrom(goals, asked), notice, { now, zone: workspace.zone });
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

/** *Let's talk*: a note to who set the goal, once. */
export const letsTalk = (id: string, asked: Asked): Promise<Reply> => answered(id, 'talk', asked);

async function answered(id: string, answer: 'read' | 'talk', asked: Asked): Promise<Reply> {
  const { db, workspace, directory, member, now } = asked;
  const at = new Date(now.epochMilliseconds);
  const found = await answerNotice(db, workspace.id, { id, memberId: member.id, answer, at });
  if (!found) return say(text('target.news.not_yours'));
  const { notice, isNew } = found;
  const news = await newsFor(notice, asked);
  const message = targetNewsMessage(news, notice, { now, zone: workspace.zone });
  if (answer === 'read' || !isNew) return { message: () => message, isDone: true };

  const setter = directory.members.find(({ id: each }) => each === news.goals[0]?.goal.setById);
  if (!setter?.slackUserId) {
    const alone = context(text('target.news.nobody'));
    return { message: () => ({ ...message, blocks: [...message.blocks, alone] }), isDone: true };
  }
  const to = { slackUserId: setter.slackUserId, name: setter.name };
  return { message: () => message, isDone: true, notes: [{ to, message: wantsToTalkMessage(member.name, news) }] };
}

/** What was said, as the one reads it who was told. */
async function newsFor({ targetId }: TargetNotice, asked: Asked): Promise<News> {
  const all = await newsOf(asked.db, asked.workspace.id, targetId);
  return newsFrom(all.get(targetId) ?? [], asked);
}

function newsFrom(goals: readonly GoalNews[], asked: Asked): News {
  const { workspace, directory } = asked;
  const [first] = goals;
  if (!first) throw new Error('a notice is of a goal');
  const { goal } = first;
  return {
    goals,
    subject: subjectName(whoseTarget(goal), directory),
    unit: findKpi(goal.kpi)?.unit ?? 'count',
    currency: workspace.currency,
    setter: directory.members.find(({ id }) => id === goal.setById)?.name ?? text('target.news.somebody'),
    isOwn: goal.scope === 'member',
    perDay: perDayOf(goal, asked),
  };
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
