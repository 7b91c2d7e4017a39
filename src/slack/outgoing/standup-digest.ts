import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf } from '../../calendar/js-date.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { workspaceCalendar } from '../../people/working-calendar.ts';
import { calendarSettings } from '../../people/workspace.ts';
import { dailyDigest } from '../../reports/daily.ts';
import { daysSince } from '../../schedule/content.ts';
import { recipientsOf } from '../../schedule/recipients.ts';
import { isDueOn } from '../../schedule/recurrence.ts';
import { findSchedule, type Schedule } from '../../schedule/schedule.ts';
import { slotOn } from '../../schedule/slots.ts';
import { type Standup, standupOf } from '../../schedule/standup.ts';
import { blockersIn, saidBy, saidOn } from '../../standups/answers.ts';
import { asksOf, type Session, sessionSchema } from '../../standups/asks.ts';
import { digestOf, isUnderWay } from '../../standups/digest-news.ts';
import { goalsToday } from '../../standups/numbers.ts';
import { digestMessage } from '../messages/digest.ts';
import { whoseText } from '../messages/schedule.ts';
import { blockerMessage, type StandupDay, standupDigestMessage } from '../messages/standup-digest.ts';
import { drawn } from './drawn.ts';
import type { Composer, Outgoing } from './outgoing.ts';
import { mayNamePeople } from './people-by-name.ts';

/** The digest for the channel, once everybody's window has closed. */
export const standupDigest: Composer = (asking, { content }) => digestAsOf(asking, sessionOf(asking, content));

/** Updates the digest after somebody has answered late. */
export const standupUpdate: Composer = async (asking, { content }) => {
  const session = sessionOf(asking, content);
  const digest = await digestOf(asking.db, session);
  if (digest && isUnderWay(digest)) return 'later';
  const { state, channelId, ts, dueAt } = digest ?? {};
  // One not sent yet will include the answer anyway.
  if (state !== 'sent' || !channelId || !ts || !dueAt) return null;
  const outgoing = await digestAsOf({ ...asking, now: instantOf(dueAt) }, session);
  return outgoing && { ...outgoing, instead: { channelId, ts } };
};

/** How often to check whether a failed digest was tried again. */
const AFTER_FAILED = { minutes: 5 };

/** One person's blocker, in the digest's thread. */
export const standupBlocker: Composer = async (asking, { content }, sendingAt) => {
  const session = sessionOf(asking, content);
  const digest = await digestOf(asking.db, session);
  if (!digest || digest.state === 'skipped') return null;
  // Its threads follow if it is tried again.
  if (digest.state === 'failed') return { heldUntil: sendingAt.add(AFTER_FAILED) };
  if (!digest.ts) return 'later';
  const { memberId } = z.object({ memberId: z.guid() }).parse(content);
  const standup = await findStandup(asking, session);
  const said = await saidBy(asking.db, session, memberId);
  const ask = (await asksOf(asking.db, session)).find((each) => each.memberId === memberId);
  const questions = ask?.questions ?? standup?.what.questions ?? [];
  const words = standup && said ? blockersIn(said, questions).join('\n') : '';
  if (!words) return null;
  const message = blockerMessage({ name: nameIn(asking, memberId), words });
  return { message: () => message, thread: digest.ts };
};

async function digestAsOf(asking: Asking, session: Session): Promise<Outgoing | null> {
  const { workspace, directory, now } = asking;
  const standup = await findStandup(asking, session);
  if (!standup) return null;
  const { schedule, what } = standup;
  const days = { settings: calendarSettings(workspace), working: workspaceCalendar(workspace, directory) };
  const since = daysSince(Temporal.PlainDate.from(session.day), schedule.recurrence, days);
  const byPerson = await mayNamePeople(asking, { ownerId: schedule.ownerId });
  const [said, goals, numbers] = await Promise.all([
    dayOf(asking, session, schedule, what),
    goalsToday(asking, what.whose),
    dailyDigest(asking, { whose: what.whose, ...since, byPerson }),
  ]);
  const moment = { now, zone: workspace.zone };
  return {
    message: (picture) => standupDigestMessage({ ...said, goals }, digestMessage(numbers, { ...moment, picture })),
    picture: () => drawn(numbers.pictured, asking),
  };
}

async function dayOf(
  asking: Asking,
  session: Session,
  schedule: Schedule,
  { whose, questions }: Standup,
): Promise<Omit<StandupDay, 'goals'>> {
  const { db, workspace, directory, now } = asking;
  const [said, asks] = await Promise.all([saidOn(db, session), asksOf(db, session)]);
  const name = (memberId: string) => nameIn(asking, memberId);
  // The questions as that person was asked.
  const questionsTo = (memberId: string) => asks.find((each) => each.memberId === memberId)?.questions ?? questions;
  const silent = asks.filter(({ memberId }) => !said.some((each) => each.memberId === memberId));
  const asked = new Set(asks.map(({ memberId }) => memberId));
  const day = Temporal.PlainDate.from(session.day);
  // People who work that day but were not asked were away by their status, or missed while the bot was down.
  const team = recipientsOf(schedule, workspace, directory, now).flatMap(({ memberId, zone, days, awayUntil }) => {
    if (!memberId || asked.has(memberId)) return [];
    const asks = isDueOn(day, schedule.recurrence, days) ? slotOn(day, schedule.recurrence, zone).at : null;
    return { memberId, isAway: !asks || (awayUntil !== null && Temporal.Instant.compare(awayUntil, asks) > 0) };
  });
  return {
    team: whoseText(whose, directory),
    day,
    asked: asked.size,
    blockers: said.flatMap((each) =>
      blockersIn(each, questionsTo(each.memberId)).map((words) => ({ name: name(each.memberId), words })),
    ),
    people: said
      .filter(({ answers }) => answers.length > 0)
      .map(({ memberId, answers }) => ({ name: name(memberId), answers })),
    nothing: said.filter(({ answers }) => answers.length === 0).map(({ memberId }) => name(memberId)),
    missing: silent.filter(({ isReached }) => isReached).map(({ memberId }) => name(memberId)),
    unreached: [...silent.filter(({ isReached }) => !isReached), ...team.filter(({ isAway }) => !isAway)].map(
      ({ memberId }) => name(memberId),
    ),
    away: team.filter(({ isAway }) => isAway).map(({ memberId }) => name(memberId)),
  };
}

async function findStandup({ db, workspace }: Asking, { scheduleId }: Session) {
  const schedule = await findSchedule(db, workspace.id, scheduleId);
  const what = schedule && standupOf(schedule);
  return what ? { schedule, what } : null;
}

const sessionOf = ({ workspace }: Asking, content: unknown): Session => ({
  workspaceId: workspace.id,
  ...sessionSchema.parse(content),
});

const nameIn = ({ directory }: Asking, memberId: string): string =>
  directory.members.find(({ id }) => id === memberId)?.name ?? '';
