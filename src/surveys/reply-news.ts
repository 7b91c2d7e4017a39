/** Who is told about replies to comments, and when: never in a way that the time reveals who wrote what. */
import type { Temporal } from 'temporal-polyfill';
import { localDay, startOfTomorrow } from '../calendar/local-day.ts';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Database, Transaction } from '../db/client.ts';
import { holdTable, writeAnew } from '../db/write-anew.ts';
import { enqueue, type NewDelivery } from '../delivery/outbox.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { type Directory, loadDirectory } from '../people/directory.ts';
import { workingHoursOf } from '../people/own-clock.ts';
import { workspaceCalendar } from '../people/working-calendar.ts';
import { pulseContent } from './content.ts';
import { addReply, showAnswers } from './replies.ts';
import { invitationsOf, type Round, roundOf } from './rounds.ts';

type Id = Pick<Round, 'workspaceId' | 'id'>;

/**
 * Stores a reply to a comment. Everybody who was asked is told in the same words, once for all replies until their next
 * morning.
 */
export function replyToComment(
  { db, workspace, directory, now }: Asking,
  round: Id,
  { key, byId, words }: { key: string; byId: string; words: string },
): Promise<void> {
  return db.$transaction(async (tx) => {
    await addReply(tx, round, { key, byId, words, shownFrom: null });
    const asked = await invitationsOf(tx, round);
    const deliveries = asked.flatMap(({ memberId }) => {
      const own = workingHoursOf(memberId, directory, workspace);
      const content = { kind: pulseContent.replies, roundId: round.id };
      return newsTo(memberId, directory, content, nextWorkingMoment(startOfTomorrow(now, own.zone), own), own.zone);
    });
    await enqueue(tx, workspace.id, deliveries, now);
  }, PATIENT);
}

/** Time-outs for a round of thousands. */
const PATIENT = { maxWait: 20_000, timeout: 60_000 };

/** Stores the author's answer. Others see it, with all such answers, from the workspace's next morning on. */
export function answerReply(
  { db, workspace, directory, now }: Asking,
  round: Id,
  { key, words }: { key: string; words: string },
): Promise<void> {
  const calendar = workspaceCalendar(workspace, directory);
  const morning = nextWorkingMoment(startOfTomorrow(now, calendar.zone), calendar);
  const shownFrom = localDay(morning, workspace.zone);
  return db.$transaction((tx) => addReply(tx, round, { key, byId: null, words, shownFrom }));
}

/** Shows authors' answers whose morning has come, and tells who had replied to them. Any number of processes may do so at once. */
export async function showAnswersDue(db: Database, now: Temporal.Instant): Promise<void> {
  while (await showOne(db, now));
}

async function showOne(db: Database, now: Temporal.Instant): Promise<boolean> {
  if (!(await roundDue(db, now))) return false;
  return db.$transaction(async (tx) => {
    await holdTable(tx, 'pulse_replies');
    const due = await roundDue(tx, now);
    if (!due) return false;
    const { workspace, ...row } = await tx.pulseRound.findUniqueOrThrow({
      where: { workspaceId_id: due },
      include: { workspace: true },
    });
    const round = roundOf(row);
    const directory = await loadDirectory(tx, workspace.id);
    const told = await showAnswers(tx, round, localDay(now, workspace.zone));
    // Old row versions would tell which rows are new.
    await writeAnew(tx, 'pulse_replies');
    const deliveries = told.flatMap((memberId) => {
      const own = workingHoursOf(memberId, directory, workspace);
      const content = { kind: pulseContent.answered, roundId: round.id };
      return newsTo(memberId, directory, content, nextWorkingMoment(now, own), own.zone);
    });
    await enqueue(tx, workspace.id, deliveries, now);
    return true;
  });
}

/** A round with authors' answers that are due to be shown; locked in a transaction. */
async function roundDue(db: Transaction, now: Temporal.Instant): Promise<{ workspaceId: string; id: string } | null> {
  const [due] = await db.$queryRaw<{ workspaceId: string; id: string }[]>`
    SELECT r.workspace_id AS "workspaceId", r.id FROM pulse_rounds r WHERE (r.workspace_id, r.id) IN (
      SELECT p.workspace_id, p.round_id FROM pulse_replies p JOIN workspaces w ON w.id = p.workspace_id
      WHERE (p.shown_from + w.workday_start::time) AT TIME ZONE w.zone <= ${now.toString()}::timestamptz)
    LIMIT 1 FOR NO KEY UPDATE OF r SKIP LOCKED`;
  return due ?? null;
}

/** At most once a day, and not to people who have left. */
function newsTo(
  memberId: string,
  { members }: Directory,
  content: { kind: string; roundId: string },
  dueAt: Temporal.Instant,
  zone: string,
): NewDelivery[] {
  const member = members.find(({ id }) => id === memberId);
  if (!member?.slackUserId || member.deactivatedOn) return [];
  return [
    {
      ...{ recipient: member.slackUserId, memberId, ownerId: null, content, dueAt, urgency: 'survey' },
      cause: [content.kind, content.roundId, localDay(dueAt, zone).toString()].join(' '),
      unasked: { topic: 'pulse', beyond: 'waits' },
    },
  ];
}
