/** Who was told of a goal, and what they answered. */
import { v7 as uuid } from 'uuid';
import type { Database, Transaction } from '../db/client.ts';
import type { TargetNotice } from '../db/generated/client.ts';

export type { TargetNotice };

/** Notes that members are to be told of goals, of each once. */
export async function noteNotices(
  tx: Transaction,
  workspaceId: string,
  wanted: readonly { targetId: string; memberId: string }[],
): Promise<TargetNotice[]> {
  if (wanted.length === 0) return [];
  const notices = wanted.map((each) => ({ workspaceId, id: uuid(), ...each }));
  return tx.targetNotice.createManyAndReturn({ data: notices, skipDuplicates: true });
}

/** Under which cause the outbox has the message of a notice. */
export const causeOf = (noticeId: string): string => `${CAUSE}${noticeId}`;
const CAUSE = 'target notice ';

/** A notice that is not planned yet. */
export interface ToPlan {
  workspaceId: string;
  id: string;
  memberId: string;
  /** null: they do not use Slack. */
  slackUserId: string | null;
  setById: string | null;
}

/**
 * Takes notices that are not planned yet, of one workspace or of all; the caller enqueues them in the same transaction.
 */
export function noticesToPlan(tx: Transaction, at: Date, workspaceId?: string): Promise<ToPlan[]> {
  return tx.$queryRaw<ToPlan[]>`
    WITH taken AS (
      SELECT workspace_id, id FROM target_notices
      WHERE planned_at IS NULL AND workspace_id = coalesce(${workspaceId ?? null}::uuid, workspace_id)
      ORDER BY id LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED
    )
    UPDATE target_notices n SET planned_at = ${at}::timestamptz
    FROM taken, members m, targets t
    WHERE n.workspace_id = taken.workspace_id AND n.id = taken.id
      AND m.workspace_id = n.workspace_id AND m.id = n.member_id
      AND t.workspace_id = n.workspace_id AND t.id = n.target_id
    RETURNING n.workspace_id AS "workspaceId", n.id, n.member_id AS "memberId", t.set_by_id AS "setById",
      CASE WHEN m.deactivated_at IS NULL THEN m.slack_user_id END AS "slackUserId"`;
}

const MOST_AT_ONCE = 5_000;

export const noticeOf = (db: Database, workspaceId: string, id: string): Promise<TargetNotice | null> =>
  db.targetNotice.findUnique({ where: { workspaceId_id: { workspaceId, id } } });

/** The most Home shows. */
const MOST_UNREAD = 5;

/**
 * News that reached a member, is not over (`today` ISO), not wholly replaced since, and not marked as understood; the
 * latest first.
 */
export function unreadNotices(
  db: Transaction,
  workspaceId: string,
  memberId: string,
  today: string,
): Promise<TargetNotice[]> {
  return db.$queryRaw<TargetNotice[]>`
    SELECT n.workspace_id AS "workspaceId", n.id, n.target_id AS "targetId", n.member_id AS "memberId",
      n.read_at AS "readAt", n.talk_at AS "talkAt", n.planned_at AS "plannedAt"
    FROM target_notices n JOIN targets t ON t.workspace_id = n.workspace_id AND t.id = n.target_id
    WHERE n.workspace_id = ${workspaceId}::uuid AND n.member_id = ${memberId}::uuid AND n.read_at IS NULL
      AND t.ends_on > ${today}::date
      AND EXISTS (
        SELECT FROM targets goal
        WHERE goal.workspace_id = t.workspace_id AND goal.kpi = t.kpi AND goal.scope = t.scope AND goal.set_at = t.set_at
          AND goal.subject_id IS NOT DISTINCT FROM t.subject_id AND goal.set_by_id IS NOT DISTINCT FROM t.set_by_id
          AND NOT EXISTS (
            SELECT FROM targets later
            WHERE later.workspace_id = goal.workspace_id AND later.kpi = goal.kpi AND later.scope = goal.scope
              AND later.subject_id IS NOT DISTINCT FROM goal.subject_id AND later.starts_on = goal.starts_on
              AND later.ends_on = goal.ends_on AND (later.set_at, later.id) > (goal.set_at, goal.id)))
      AND EXISTS (SELECT 1 FROM deliveries d WHERE d.workspace_id = n.workspace_id AND d.cause = ${CAUSE} || n.id
        AND d.state IN ('sent', 'told'))
    ORDER BY n.id DESC LIMIT ${MOST_UNREAD}`;
}

export interface Answered {
  notice: TargetNotice;
  /** Whether this is their first such answer rather than a second click. */
  isNew: boolean;
}

/**
 * Records that a member has read of a goal or wants to talk about it, which implies it. Null: they were not told of it.
 */
export async function answerNotice(
  db: Database,
  workspaceId: string,
  { id, memberId, answer, at }: { id: string; memberId: string; answer: 'read' | 'talk'; at: Date },
): Promise<Answered | null> {
  return db.$transaction(async (tx) => {
    const own = { workspaceId, id, memberId };
    // Conditional, so that of two clicks at once only one is the first.
    const read = await tx.targetNotice.updateMany({ where: { ...own, readAt: null }, data: { readAt: at } });
    const talked =
      answer === 'talk' &&
      (await tx.targetNotice.updateMany({ where: { ...own, talkAt: null }, data: { talkAt: at } }));
    const notice = await tx.targetNotice.findFirst({ where: own });
    return notice && { notice, isNew: (talked || read).count > 0 };
  });
}

export interface Readers {
  /** Who was told of one or more of the goals, and who of them has not read each that they were told of. */
  memberIds: string[];
  notRead: string[];
  /** Whom no message reached about one or more of the goals. */
  notTold: string[];
}

/** Who was told of goals, given by the ids of their rows, and who has read. */
export async function readersOf(db: Transaction, workspaceId: string, targetIds: readonly string[]): Promise<Readers> {
  const all = await db.$queryRaw<{ memberId: string; told: boolean; missed: boolean; read: boolean }[]>`
    SELECT n.member_id AS "memberId", bool_or(arrived) AS told, bool_or(NOT arrived) AS missed,
      bool_and(n.read_at IS NOT NULL OR NOT arrived) AS read
    FROM target_notices n
    -- Slack may break off before it says that it took a message; who answered has got it.
    CROSS JOIN LATERAL (
      SELECT n.read_at IS NOT NULL OR EXISTS (
        SELECT 1 FROM deliveries d
        WHERE d.workspace_id = n.workspace_id AND d.cause = ${CAUSE} || n.id AND d.state IN ('sent', 'told')
      ) AS arrived
    ) AS message
    JOIN targets first ON first.workspace_id = n.workspace_id AND first.id = n.target_id
    WHERE n.workspace_id = ${workspaceId}::uuid AND EXISTS (
      -- What was said in one breath was told of once.
      SELECT 1 FROM targets goal
      WHERE goal.workspace_id = n.workspace_id AND goal.id = ANY(${[...targetIds]}::uuid[])
        AND goal.kpi = first.kpi AND goal.scope = first.scope
        AND goal.subject_id IS NOT DISTINCT FROM first.subject_id
        AND goal.set_by_id IS NOT DISTINCT FROM first.set_by_id AND goal.set_at = first.set_at
    )
    GROUP BY n.member_id`;
  const idsOf = (rows: typeof all) => rows.map(({ memberId }) => memberId);
  return {
    memberIds: idsOf(all.filter(({ told }) => told)),
    notRead: idsOf(all.filter(({ told, read }) => told && !read)),
    notTold: idsOf(all.filter(({ missed }) => missed)),
  };
}
