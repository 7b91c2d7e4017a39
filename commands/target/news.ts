import { dateOf } from '../../src/calendar/js-date.ts';
import { localDay } from '../../src/calendar/local-day.ts';
import { allOf } from '../../src/language/list.ts';
import { text } from '../../src/language/text.ts';
import { planTargetNews } from '../../src/schedule/target-news.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/messages/answer.ts';
import { context, escaped } from '../../src/slack/messages/mrkdwn.ts';
import { supersededNewsMessage, targetNewsMessage, wantsToTalkMessage } from '../../src/slack/messages/target-news.ts';
import { newsFor } from '../../src/slack/outgoing/target-news.ts';
import type { Hears } from '../../src/targets/change.ts';
import { saidSince } from '../../src/targets/news.ts';
import { answerNotice, noticeOf, type TargetNotice } from '../../src/targets/notices.ts';
import { whoHears } from '../../src/targets/who-hears.ts';

/** Who is told about goals that this person sets. */
export const hearsOf =
  ({ directory, workspace, now }: Asked): Hears =>
  (targets) =>
    whoHears(targets, directory, localDay(now, workspace.zone).toString());

/** The reply after setting goals: what was done, and who is told. The messages to them go through the outbox. */
export async function toldReply(done: Message, notices: readonly TargetNotice[], asked: Asked): Promise<Reply> {
  const { db, directory, workspace, now } = asked;
  await planTargetNews(db, now, workspace.id);
  const people = notices.flatMap(({ memberId }) => directory.members.filter(({ id }) => id === memberId));
  const linked = people.filter(({ slackUserId }) => slackUserId !== null);
  const unlinked = people.filter(({ slackUserId }) => slackUserId === null);
  const lines = [toldLine(linked.map(({ name }) => name)), unlinkedLine(unlinked.map(({ name }) => name))];
  const line = lines.filter(Boolean).join(' ');
  const message = line === '' ? done : { text: `${done.text} ${line}`, blocks: [...done.blocks, context(line)] };
  return { message: () => message, isDone: true };
}

/** More people than this are only counted. */
const MOST_NAMED = 4;

/** Who gets a message, in words; '' for nobody. */
function toldLine(names: readonly string[]): string {
  if (names.length === 0) return '';
  if (names.length > MOST_NAMED) return text('target.told.many', { count: names.length });
  return text('target.told', { names: escaped(allOf(names)), count: names.length });
}

/** People without a Slack account, who cannot be told. */
const unlinkedLine = (names: readonly string[]) =>
  names.length > 0 ? text('target.unlinked', { names: escaped(allOf(names)), count: names.length }) : '';

/** *Understood*: noted once, and shown below the goal. */
export const understood = (id: string, asked: Asked): Promise<Reply> => answered(id, 'read', asked);

/** *Let’s talk*: sends one note to the person who set the goal, or to somebody who can talk in their place. */
export const letsTalk = (id: string, asked: Asked): Promise<Reply> => answered(id, 'talk', asked);

async function answered(id: string, answer: 'read' | 'talk', asked: Asked): Promise<Reply> {
  const { db, workspace, member, now } = asked;
  const at = dateOf(now);
  const told = await noticeOf(db, workspace.id, id);
  if (told?.memberId === member.id) {
    const old = await newsFor(told, asked);
    const since = await saidSince(
      db,
      old.goals.map(({ goal }) => goal),
    );
    // `isDone`, so that Home, which may still show it, is refreshed.
    if (since) return { message: () => supersededNewsMessage(old, since), isDone: true };
  }
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
