import { Temporal } from 'temporal-polyfill';
import { dateOf } from '../../src/calendar/js-date.ts';
import { localDay } from '../../src/calendar/local-day.ts';
import { pastOf } from '../../src/delivery/look-up.ts';
import { Problem } from '../../src/errors.ts';
import { momentLabel } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { makeAgain, mustGoAgain, mustGoByHand, mustHaveAsked, runNow, sendTest } from '../../src/schedule/by-hand.ts';
import { maySchedule, seesSchedule } from '../../src/schedule/may-schedule.ts';
import { peopleAsked } from '../../src/schedule/pulse.ts';
import { pulseOf, type Refused, refusedNext } from '../../src/schedule/pulse-round.ts';
import { nextOf } from '../../src/schedule/received.ts';
import { recipientsOf } from '../../src/schedule/recipients.ts';
import {
  findRemoved,
  findSchedule,
  pauseSchedule,
  removeSchedule,
  resumeSchedule,
  type Schedule,
  schedulesOf,
} from '../../src/schedule/schedule.ts';
import { slotOn } from '../../src/schedule/slots.ts';
import { standupOf } from '../../src/schedule/standup.ts';
import { alsoTold } from '../../src/schedule/told-twice.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/messages/answer.ts';
import { audienceText, whatText } from '../../src/slack/messages/schedule.ts';
import { rests } from '../../src/slack/messages/schedule-card.ts';
import { scheduleQuestion } from '../../src/slack/messages/schedule-question.ts';
import { type Listed, pastMessage, scheduleMessage, schedulesMessage } from '../../src/slack/messages/schedules.ts';
import { limitsOf } from '../../src/surveys/limits.ts';
import { runningRound } from '../../src/surveys/rounds.ts';
import { dayOver, dayToCome } from './day-words.ts';

/**
 * `/salespulse schedule` lists the scheduled messages; `… schedule 2 pause [until 2026-12-01]`, `resume`, `now`,
 * `test`, `log`, `remove`, and `again 2026-11-18` act on number 2.
 */
export async function schedule(words: string, asked: Asked): Promise<Reply> {
  const [, number, verb = '', rest = ''] = /^(\d+)\s*(\S*)\s*(.*)$/s.exec(words.trim()) ?? [];
  const all = await schedulesOf(asked.db, asked.workspace.id);
  if (!number) return list(all, words.trim(), asked);
  const chosen =
    all.find((each) => each.number === Number(number)) ??
    (/^log$/i.test(verb) ? await findRemoved(asked.db, asked.workspace.id, Number(number)) : null);
  if (!chosen || !sees(chosen, asked)) throw new Problem('schedule.no_such', { number });
  const deed = verb === '' ? 'show' : verb.toLowerCase();
  if (!isDeed(deed))
    throw new Problem('schedule.no_such_deed', { verb, known: [...Object.keys(deeds), 'edit'].join(', ') });
  return deeds[deed](chosen, asked, rest.trim());
}

export type Deed = (schedule: Schedule, asked: Asked, rest: string) => Promise<Reply>;

export const deeds = {
  show: async (own, asked) => said(await shown(whatText(own, asked.directory), own, asked)),
  async test(own, asked) {
    mustOwn(own, asked);
    const slackUserId = asked.directory.members.find(({ id }) => id === asked.member.id)?.slackUserId;
    if (slackUserId) await sendTest(asked, own, { member: { id: asked.member.id, slackUserId }, deed: asked.deed });
    return done(text('schedule.tested'), own, asked);
  },
  async now(own, asked) {
    mustOwn(own, asked);
    mustGoByHand(own);
    return askedFirst({ deed: 'now' }, own, asked) ?? sendNow(own, asked);
  },
  async again(own, asked, words) {
    mustOwn(own, asked);
    mustGoAgain(own);
    const wanted = pastDay(words, asked);
    mustHaveCome(own, wanted, asked);
    await mustHaveAsked(asked.db, own, wanted);
    const day = wanted.toString();
    return askedFirst({ deed: 'again', day }, own, asked) ?? sendAgain(own, asked, day);
  },
  async pause(own, asked, rest) {
    mustOwn(own, asked);
    const until = rest.replace(/^until\s+/i, '');
    const today = localDay(asked.now, asked.workspace.zone);
    const day = until ? dayToCome(until, today) : null;
    if (day && Temporal.PlainDate.compare(day, today) <= 0) throw new Problem('schedule.past', { words: until });
    await pauseSchedule(asked.db, own, day?.toString() ?? null, dateOf(asked.now));
    return done(text('schedule.paused'), own, asked);
  },
  async resume(own, asked) {
    mustOwn(own, asked);
    const { now, workspace } = asked;
    if (!rests(own, { now, zone: workspace.zone })) return said(await shown(text('schedule.live_already'), own, asked));
    const refused = await refusedNext(asked, own);
    const notes = await alsoToldText(own, asked);
    return askedFirst({ deed: 'live', refused }, own, asked, notes) ?? goLive(own, asked);
  },
  async remove(own, asked) {
    mustOwn(own, asked);
    await mustNotBeAsking(own, asked);
    return asksBack({ deed: 'remove' }, own, asked);
  },
  async log(own, { db, workspace, directory, member, now }) {
    // Only those who may change the schedule see what became of other people's messages.
    const whose = maySchedule(own, member, directory) ? null : member.id;
    const past = await pastOf(db, own, whose, MOST_PAST);
    return said(pastMessage(whatText(own, directory), past, { now, zone: workspace.zone }));
  },
} as const satisfies Readonly<Record<string, Deed>>;

const isDeed = (verb: string): verb is keyof typeof deeds => Object.hasOwn(deeds, verb);

/** @throws Problem if that day's is still to come: it would be sent twice */
function mustHaveCome(own: Schedule, day: Temporal.PlainDate, { now, workspace }: Asked): void {
  const { at } = slotOn(day, own.recurrence, own.zone ?? workspace.zone);
  if (Temporal.Instant.compare(at, now) > 0)
    throw new Problem('schedule.not_yet', { day: day.toString(), at: own.recurrence.at });
}

/** Sends it now to its audience. */
export async function sendNow(own: Schedule, asked: Asked): Promise<Reply> {
  mustOwn(own, asked);
  const count = await runNow(asked, own, asked.deed);
  return done(text('schedule.ran', { count }), own, asked);
}

/** Sends a past day's message once more. */
export async function sendAgain(own: Schedule, asked: Asked, day: string): Promise<Reply> {
  mustOwn(own, asked);
  const { count, ahead } = await makeAgain(asked, own, pastDay(day, asked), asked.deed);
  return done(text('schedule.made_again', { count, ahead, day }), own, asked);
}

export async function goLive(own: Schedule, asked: Asked): Promise<Reply> {
  mustOwn(own, asked);
  await resumeSchedule(asked.db, asked.workspace.id, own.id, dateOf(asked.now));
  return done(text('schedule.live'), own, asked);
}

/** Rests until a coming day, when it goes live by itself. */
export async function goLiveOn(own: Schedule, asked: Asked, day: string): Promise<Reply> {
  mustOwn(own, asked);
  const from = dayToCome(day, localDay(asked.now, asked.workspace.zone)).toString();
  await pauseSchedule(asked.db, own, from, dateOf(asked.now));
  return done(text('schedule.live_from', { day }), own, asked);
}

export async function removeNow(own: Schedule, asked: Asked): Promise<Reply> {
  mustOwn(own, asked);
  await mustNotBeAsking(own, asked);
  await removeSchedule(asked.db, own, dateOf(asked.now));
  return { ...say(text('schedule.removed', { what: whatText(own, asked.directory) })), isDone: true };
}

/** Asks for confirmation if it goes to a channel or to several people; null: it reaches one person at most. */
function askedFirst(wish: Wished, own: Schedule, asked: Asked, notes: readonly string[] = []): Reply | null {
  const people = peopleOf(own, asked);
  const isTold = standupOf(own) !== null && (people > 0 || wish.deed === 'again');
  const isWide = own.audience.to === 'channel' || people > 1 || isTold;
  return isWide ? asksBack(wish, own, asked, notes) : null;
}

type Wished = { deed: 'now' | 'remove' } | { deed: 'live'; refused: Refused | null } | { deed: 'again'; day: string };

const peopleOf = (own: Schedule, { workspace, directory, now }: Asked): number =>
  peopleAsked(own, recipientsOf(own, workspace, directory, now).length);

function asksBack(wish: Wished, own: Schedule, asked: Asked, notes: readonly string[] = []): Reply {
  const { workspace, directory, now } = asked;
  const seen = { now, zone: workspace.zone, directory };
  const people = peopleOf(own, asked);
  const intended =
    wish.deed === 'live'
      ? { deed: wish.deed, people, refused: wish.refused && refusedText(wish.refused, asked) }
      : { ...wish, people };
  return { ...said(scheduleQuestion(intended, listedAs(own, asked), seen, notes)), asksBack: true };
}

/** A line for each live schedule that tells the same channel about the same day. */
export async function alsoToldText(own: Schedule, { db, workspace, directory, now }: Asked): Promise<string[]> {
  const live = (await schedulesOf(db, workspace.id)).filter((each) => !rests(each, { now, zone: workspace.zone }));
  return alsoTold(own, live).map((other) => {
    const channel = standupOf(other)?.channelId;
    const where = channel ? `<#${channel}>` : audienceText(other.audience, directory);
    return text('schedule.also', { channel: where, what: whatText(other, directory), at: other.recurrence.at });
  });
}

/** Says why a survey's first round would be refused, and on which day one could be held. */
function refusedText({ no, at, first }: Refused, { now, workspace }: Asked) {
  const label = (moment: Temporal.Instant) => momentLabel(moment, now, workspace.zone);
  const why = text(`problem.pulse.${no.why}`, limitsOf(no, workspace));
  return {
    why: text('schedule.ask.live.refused', { at: label(at), why }),
    first: first && { day: first.name.slice(0, 10), at: label(first.at) },
  };
}

/** @throws Problem while a survey's round is open: the people asked must be able to finish it */
async function mustNotBeAsking(own: Schedule, { db, now, workspace }: Asked): Promise<void> {
  const round = pulseOf(own) && (await runningRound(db, own, now));
  if (round) throw new Problem('pulse.is_open', { until: momentLabel(round.closesAt, now, workspace.zone) });
}

const MOST_PAST = 20;

/**
 * Lists all schedules for an admin, for others those they receive or may change. `words`: only those of this channel or
 * person.
 */
function list(all: readonly Schedule[], words: string, asked: Asked): Reply {
  const { directory, member, now, workspace } = asked;
  const wanted = lookedAt(words, asked);
  const listed = all.flatMap((each) => (sees(each, asked) && wanted(each) ? [listedAs(each, asked)] : []));
  const mayAdd = member.role !== 'rep';
  const head = listed.length === 0 && all.length > 0 ? text('schedule.none_seen') : undefined;
  return said(schedulesMessage(listed, mayAdd, { now, zone: workspace.zone, directory }, head));
}

/** `in #sales`, `for @anna`: keeps what that channel or person receives. */
function lookedAt(words: string, { directory, workspace, now }: Asked): (schedule: Schedule) => boolean {
  if (!words) return () => true;
  const [, id] = /<[#@]([A-Z0-9]+)(?:\|[^>]*)?>/.exec(words) ?? [];
  if (!id) throw new Problem('schedule.whose', { words });
  return (each) =>
    standupOf(each)?.channelId === id ||
    recipientsOf(each, workspace, directory, now).some((recipient) => recipient.id === id);
}

export function sees(own: Schedule, { member, directory, now, workspace }: Asked): boolean {
  return seesSchedule(own, member, directory, localDay(now, workspace.zone).toString());
}

/** @throws Problem that it is gone, so that people who may not see it do not learn that it exists */
export function mayBeSeen(own: Schedule, asked: Asked): void {
  if (!sees(own, asked)) throw new Problem('schedule.gone');
}

function mustOwn(own: Schedule, { member, directory }: Asked): void {
  if (!maySchedule(own, member, directory)) throw new Problem('schedule.may_not');
}

/** A schedule as lists show it. */
export function listedAs(own: Schedule, asked: Asked): Listed {
  return { schedule: own, next: nextOf(own, asked), mayChange: maySchedule(own, asked.member, asked.directory) };
}

/** The schedule as it is now, below a line that says what was done. */
export async function shown(line: string, { id }: Pick<Schedule, 'id'>, asked: Asked): Promise<Message> {
  const { db, workspace, directory, now } = asked;
  const own = await findSchedule(db, workspace.id, id);
  if (!own) throw new Problem('schedule.gone');
  return scheduleMessage(line, listedAs(own, asked), { now, zone: workspace.zone, directory });
}

const done = async (line: string, own: Schedule, asked: Asked): Promise<Reply> => ({
  ...said(await shown(line, own, asked)),
  isDone: true,
});

const said = (message: Message): Reply => ({ message: () => message });

function pastDay(words: string, { now, workspace }: Asked): Temporal.PlainDate {
  const today = localDay(now, workspace.zone);
  const day = dayOver(words, today);
  if (Temporal.PlainDate.compare(day, today) > 0) throw new Problem('schedule.future', { words });
  return day;
}
