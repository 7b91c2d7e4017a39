/** Closing a round: its results are stored, and the answers they were made of are deleted. */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { localDay } from '../calendar/local-day.ts';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Database, Transaction } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { holdTable, writeAnew } from '../db/write-anew.ts';
import { enqueue, type NewDelivery } from '../delivery/outbox.ts';
import { loadDirectory } from '../people/directory.ts';
import { memberWithId } from '../people/of-member.ts';
import { zoneOf } from '../people/own-clock.ts';
import { onceForEachCalendar } from '../people/working-calendar.ts';
import type { Workspace } from '../people/workspace.ts';
import { helpOf } from './asked-actions.ts';
import { pulseContent } from './content.ts';
import { namedCounted } from './named-answers.ts';
import { type Counted, commentsOf, resultsOf } from './results.ts';
import { invitationsOf, type Round, roundOf } from './rounds.ts';
import { keepTexts } from './texts.ts';

const PATIENT = { maxWait: 20_000, timeout: 60_000 };

/** Closes all rounds whose time is up. Any number of processes may do so at once. Returns how many it closed. */
export async function closeRounds(db: Database, now: Temporal.Instant): Promise<number> {
  let closed = 0;
  while (await closeOne(db, now)) closed += 1;
  return closed;
}

/** Spelled out so that PostgreSQL uses the partial index on this kind. */
const remindersKind = Prisma.raw(`'${pulseContent.reminder}'`);

/**
 * Deletes reminders, sent or not needed: which of the two tells who had answered. Sending one also leaves its mark on
 * the person's rate limit, which is deleted, and on their member row, where all who were asked get the same update.
 */
export async function forgetReminders(db: Database): Promise<void> {
  await db.$transaction(async (tx) => {
    const forgotten = await tx.$executeRaw`
      DELETE FROM deliveries WHERE content->>'kind' = ${remindersKind} AND state IN ('sent', 'skipped', 'failed')`;
    // A rate limit in the past allows sending at once, as a missing one does.
    await tx.$executeRaw`
      DELETE FROM send_limits WHERE (workspace_id, bucket) IN (
        SELECT workspace_id, bucket FROM send_limits
        WHERE bucket ~ '^channel [UW]' AND free_at < clock_timestamp() ORDER BY workspace_id, bucket FOR UPDATE SKIP LOCKED)`;
    if (forgotten === 0) return;
    await tx.$executeRaw`
      SELECT FROM members m WHERE (m.workspace_id, m.id) IN (
        SELECT i.workspace_id, i.member_id FROM pulse_invitations i
        JOIN pulse_rounds r ON r.workspace_id = i.workspace_id AND r.id = i.round_id WHERE r.closed_on IS NULL)
      ORDER BY m.workspace_id, m.id FOR NO KEY UPDATE`;
  }, PATIENT);
}

function closeOne(db: Database, now: Temporal.Instant): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ workspaceId: string; id: string }[]>`
      SELECT workspace_id AS "workspaceId", id FROM pulse_rounds
      WHERE closed_on IS NULL AND closes_at <= ${now.toString()}::timestamptz LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
    if (!due) return false;
    await holdTable(tx, 'pulse_answers');
    const row = await tx.pulseRound.findUniqueOrThrow({
      where: { workspaceId_id: due },
      include: { workspace: true },
    });
    const { workspace, ...own } = row;
    await close(tx, roundOf(own), workspace, now);
    return true;
  }, PATIENT);
}

async function close(tx: Transaction, round: Round, workspace: Workspace, now: Temporal.Instant): Promise<void> {
  const { workspaceId, id: roundId } = round;
  const of = { workspaceId, roundId };
  const [answers, invitations] = await Promise.all([countedAnswers(tx, round), invitationsOf(tx, round)]);
  const invited = new Map<string | null, number>();
  for (const { teamId } of invitations) invited.set(teamId, (invited.get(teamId) ?? 0) + 1);
  const results = resultsOf(round.questions, answers, invited);
  // Those who read some answers by person could work out from the spread how far apart the others are.
  const untold = round.mode === 'confidential' ? { spread: null } : {};
  await tx.pulseResult.createMany({ data: results.map((result) => ({ ...result, ...untold, ...of })) });
  await keepTexts(tx, round, answers);
  await tx.pulseActionResult.createMany({
    data: helpOf(round.actions, answers).map((result) => ({ ...result, ...of })),
  });
  await forget(tx, of, answers);
  const closedOn = new Date(localDay(round.closesAt, workspace.zone).toString());
  await tx.pulseRound.update({ where: { workspaceId_id: { workspaceId, id: roundId } }, data: { closedOn } });
  await tellResults(tx, round, workspace, await readersOf(tx, round, invitations), now);
}

/** Who is told the results: the people asked, and those who lead the teams they are counted in. */
async function readersOf(
  tx: Transaction,
  { workspaceId, teamId: only }: Round,
  invitations: readonly { memberId: string; teamId: string | null }[],
): Promise<string[]> {
  const teamIds = [only, ...invitations.map(({ teamId }) => teamId)].filter((id) => id !== null);
  const led = await tx.team.findMany({ where: { workspaceId, id: { in: teamIds } }, select: { managerId: true } });
  return [
    ...new Set([...invitations.map(({ memberId }) => memberId), ...led.flatMap(({ managerId }) => managerId ?? [])]),
  ];
}

async function countedAnswers(tx: Transaction, round: Round): Promise<Counted[]> {
  if (round.mode === 'confidential') return namedCounted(tx, round);
  const { workspaceId, id: roundId } = round;
  const rows = await tx.pulseAnswer.findMany({ where: { workspaceId, roundId } });
  return rows.map(({ teamId, scores, comment }) => ({
    ...{ teamId, comment },
    scores: z.record(z.string(), z.number()).parse(scores),
  }));
}

/**
 * Deletes what nobody may ask about any more: single anonymous answers, and who was reminded. Each comment keeps its
 * own key.
 */
async function forget(
  tx: Transaction,
  of: { workspaceId: string; roundId: string },
  answers: readonly Counted[],
): Promise<void> {
  const { kept, teamIds } = commentsOf(answers);
  await tx.$executeRaw`
    WITH over AS (
      DELETE FROM pulse_answers WHERE workspace_id = ${of.workspaceId}::uuid AND round_id = ${of.roundId}::uuid
      RETURNING comment_key, team_id, comment
    )
    INSERT INTO pulse_answers (workspace_id, round_id, token, team_id, scores, comment)
    SELECT ${of.workspaceId}::uuid, ${of.roundId}::uuid, coalesce(comment_key, gen_random_uuid()::text),
      CASE WHEN team_id::text = ANY(${teamIds}::text[]) THEN team_id END, '{}', comment
    FROM over WHERE ${kept.length > 0} AND comment IS NOT NULL`;
  await writeAnew(tx, 'pulse_answers');
  await tx.delivery.deleteMany({
    where: {
      workspaceId: of.workspaceId,
      AND: [
        { content: { path: ['kind'], equals: pulseContent.reminder } },
        { content: { path: ['roundId'], equals: of.roundId } },
      ],
    },
  });
}

/** Tells everybody who was asked the results, in their working hours. */
async function tellResults(
  tx: Transaction,
  { id: roundId }: Round,
  workspace: Workspace,
  memberIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  const directory = await loadDirectory(tx, workspace.id);
  const hear = onceForEachCalendar((own) => nextWorkingMoment(now, own), { directory, workspace, now });
  const deliveries = memberIds.flatMap((memberId): NewDelivery[] => {
    const member = memberWithId(directory, memberId);
    if (!member?.slackUserId || member.deactivatedOn) return [];
    return [
      {
        cause: [pulseContent.results, roundId].join(' '),
        recipient: member.slackUserId,
        memberId,
        ownerId: null,
        content: { kind: pulseContent.results, roundId },
        urgency: 'survey',
        dueAt: hear(memberId, zoneOf(memberId, directory, workspace)),
      },
    ];
  });
  await enqueue(tx, workspace.id, deliveries, now);
}
