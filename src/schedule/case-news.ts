/** What goes out when a customer has answered: the owner hears of it at once, and is reminded until a case is solved. */
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Transaction } from '../db/client.ts';
import type { SurveyAnswer, Workspace } from '../db/generated/client.ts';
import { enqueue, type NewDelivery } from '../delivery/outbox.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { type Directory, loadDirectory } from '../people/directory.ts';
import { whenAtWork, workingHoursOf } from '../people/own-clock.ts';
import { membersFrom } from '../people/presence.ts';
import { type NewAnswer, storeAnswer } from '../surveys/customers/answers.ts';
import { caseContent, caseOwner } from '../surveys/customers/cases.ts';
import { isPromoter, isUnhappy } from '../surveys/customers/instruments.ts';
import { allWhoTalk, type Talker, whoTalks } from '../targets/who-talks.ts';

/**
 * Stores an answer and plans what follows. An unhappy customer's goes to the owner at once, again on the next two days
 * and then to the manager, all but the first in working hours, and also if somebody has pressed "I'll call"; a
 * promoter's goes to the owner. Once solved, nothing more is sent. An answer stored before plans nothing.
 *
 * @param otherwise who is told if the customer has no owner
 * @returns who is told; null: nobody
 */
export async function receiveAnswer(
  tx: Transaction,
  workspace: Workspace,
  answer: NewAnswer,
  otherwise: string,
  now: Temporal.Instant,
): Promise<Talker | null> {
  const stored = await storeAnswer(tx, workspace, answer, now);
  if (!stored || !(isUnhappy(stored) || isPromoter(stored))) return null;
  const directory = await loadDirectory(tx, workspace.id);
  const today = localDay(now, workspace.zone).toString();
  const owner = whoFollows(stored.memberId ?? otherwise, directory, today);
  if (!owner) return null;
  const deliveries = isPromoter(stored)
    ? [newsOf(stored, owner, 'promoter', now)]
    : caseNews(stored, owner, { workspace, directory, now });
  await enqueue(tx, workspace.id, deliveries, now);
  return owner;
}

/** The same for an answer that somebody typed in for a customer. */
export const recordAnswer = (
  { db, workspace, now }: Asking,
  answer: NewAnswer,
  otherwise: string,
): Promise<Talker | null> => db.$transaction((tx) => receiveAnswer(tx, workspace, answer, otherwise, now));

/** Tells whoever follows up an unhappy customer's answer what the customer added to it. */
export async function tellWords(
  tx: Transaction,
  workspace: Workspace,
  answer: SurveyAnswer,
  otherwise: string,
  now: Temporal.Instant,
): Promise<void> {
  if (!isUnhappy(answer)) return;
  const directory = await loadDirectory(tx, workspace.id);
  const today = localDay(now, workspace.zone).toString();
  const owner = whoFollows((await caseOwner(tx, answer, today)) ?? otherwise, directory, today);
  if (!owner) return;
  const news = newsOf(answer, owner, 'opened', now);
  await enqueue(tx, workspace.id, [{ ...news, cause: `${news.cause} words ${now}` }], now);
}

/** Who follows it up: the owner, else whoever stands in for them. */
export function whoFollows(ownerId: string, directory: Directory, today: string): Talker | null {
  const owner = membersFrom(directory, today).find(({ id }) => id === ownerId);
  if (owner?.slackUserId) return { id: owner.id, name: owner.name, slackUserId: owner.slackUserId };
  return whoTalks({ setById: null, memberId: ownerId }, directory, today);
}

interface Office {
  workspace: Workspace;
  directory: Directory;
}

interface Around extends Office {
  now: Temporal.Instant;
}

function caseNews(answer: SurveyAnswer, owner: Talker, around: Around): NewDelivery[] {
  const { now } = around;
  const atWork = (at: Temporal.Instant, who: Talker) => whenAtWork(at, who.id, around);
  const inOffice = { ...workingHoursOf(owner.id, around.directory, around.workspace), daysOff: new Set<string>() };
  // Each day counts from the reminder before it, so that a weekend's do not all come on Monday.
  const first = atWork(now.add({ hours: 24 }), owner);
  const second = atWork(first.add({ hours: 24 }), owner);
  const third = second.add({ hours: 24 });
  // An unhappy customer does not wait for somebody's holiday to end: the manager is told as if the owner were there.
  const nextDay = (at: Temporal.Instant) => nextWorkingMoment(at.add({ hours: 24 }), inOffice);
  const latest = nextDay(nextDay(now)).add({ hours: 24 });
  const toManager = Temporal.Instant.compare(latest, third) < 0 ? latest : third;
  const manager = escalatedTo(owner, toManager, around);
  // `staleAt`: after an outage of days nobody is reminded twice at once.
  return [
    newsOf(answer, owner, 'opened', now),
    { ...newsOf(answer, owner, 'reminder', first, 1), staleAt: second },
    { ...newsOf(answer, owner, 'reminder', second, 2), staleAt: third },
    newsOf(answer, manager, 'escalated', atWork(toManager, manager)),
  ];
}

/**
 * Who is told of what an owner has left open: their manager, else an admin, passing over those who are away. If all
 * are, the first of them on their return; if there is nobody, the owner again.
 */
export function escalatedTo(owner: Talker, at: Temporal.Instant, around: Office): Talker {
  const { directory, workspace } = around;
  const today = localDay(at, workspace.zone).toString();
  const all = allWhoTalk({ setById: null, memberId: owner.id }, directory, today);
  return all.find((each) => !isAwayAt(at, each, around)) ?? all[0] ?? owner;
}

/** Whether days off, or a status in Slack, keep somebody away during the next working hours. */
function isAwayAt(at: Temporal.Instant, who: Talker, around: Office): boolean {
  const own = workingHoursOf(who.id, around.directory, around.workspace);
  const others = nextWorkingMoment(at, { ...own, daysOff: new Set<string>() });
  const { awayUntil = null } = around.directory.members.find(({ id }) => id === who.id) ?? {};
  if (awayUntil !== null && Temporal.Instant.compare(others, Temporal.Instant.from(awayUntil)) < 0) return true;
  return !nextWorkingMoment(at, own).equals(others);
}

const newsOf = (
  { id }: SurveyAnswer,
  to: Talker,
  what: keyof typeof caseContent,
  dueAt: Temporal.Instant,
  time?: number,
): NewDelivery => ({
  cause: ['answer', id, what, ...(time ? [time] : [])].join(' '),
  recipient: to.slackUserId,
  memberId: to.id,
  ownerId: null,
  content: { kind: caseContent[what], answerId: id, ...(time ? { time } : {}) },
  urgency: what === 'promoter' ? 'notice' : 'alert',
  dueAt,
  // An unhappy customer does not wait for the morning.
  unasked: { topic: 'alert', beyond: what === 'promoter' ? 'waits' : 'goes' },
});
