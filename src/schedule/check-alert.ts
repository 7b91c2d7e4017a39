/** An alert's check: what is broken is told once, until it has recovered. */
import type { Temporal } from 'temporal-polyfill';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Transaction } from '../db/client.ts';
import { enqueue } from '../delivery/outbox.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { memberCalendar } from '../people/working-calendar.ts';
import { type Rule, type Standing, standingOf } from '../reports/alerts.ts';

/** What tells that an alert's rule is broken. */
export const ALARM = 'alarm';

export interface Check {
  scheduleId: string;
  slot: string;
  rule: Rule;
  /** Who is told. */
  memberId: string;
  recipient: string;
}

/**
 * Checks a rule as of the moment of `asking`; what there is to tell waits in the outbox for the person's working hours. Of one
 * moment that is checked twice, as after a crash, the first check counts.
 */
export async function checkAlert(asking: Asking, check: Check): Promise<void> {
  const { db, workspace, directory, now } = asking;
  const standing = await standingOf(asking, check.rule);
  const member = directory.members.find(({ id }) => id === check.memberId);
  const calendar = memberCalendar(check.memberId, directory, workspace);
  const awake = nextWorkingMoment(now, { ...calendar, zone: member?.zone ?? calendar.zone });
  await db.$transaction(async (tx) => {
    if (!(await isNews(tx, { workspaceId: workspace.id, scheduleId: check.scheduleId }, standing, now))) return;
    const news = {
      cause: [ALARM, check.scheduleId, now.toString()].join(' '),
      recipient: check.recipient,
      memberId: check.memberId,
      ownerId: null,
      slot: { scheduleId: check.scheduleId, name: check.slot },
      content: { kind: ALARM, scheduleId: check.scheduleId, rule: check.rule, checkedAt: now.toString() },
      urgency: 'alert' as const,
      dueAt: awake,
      unasked: { topic: 'alert', beyond: 'waits' } as const,
    };
    await enqueue(tx, workspace.id, [news], now);
  });
}

/** Notes how the rule stands, and whether that is to be told. Without data, what was known stays. */
async function isNews(
  tx: Transaction,
  key: { workspaceId: string; scheduleId: string },
  { isBroken, round }: Standing,
  now: Temporal.Instant,
): Promise<boolean> {
  const checkedAt = new Date(now.epochMilliseconds);
  await tx.alertState.createMany({ data: [{ ...key, checkedAt: new Date(0) }], skipDuplicates: true });
  await tx.$queryRaw`SELECT FROM alert_states
    WHERE workspace_id = ${key.workspaceId}::uuid AND schedule_id = ${key.scheduleId}::uuid FOR UPDATE`;
  const where = { workspaceId_scheduleId: key };
  const state = await tx.alertState.findUniqueOrThrow({ where });
  if (state.checkedAt >= checkedAt || isBroken === null) return false;
  await tx.alertState.update({ where, data: { checkedAt, firedFor: isBroken ? round : null } });
  return isBroken && state.firedFor !== round;
}
