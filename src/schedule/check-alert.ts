/** An alert's check: what is broken is told once, until it has recovered. */
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import { localDay } from '../calendar/local-day.ts';
import type { CalendarSettings } from '../calendar/settings.ts';
import { startOfUnit } from '../calendar/units.ts';
import type { Transaction } from '../db/client.ts';
import { enqueue } from '../delivery/outbox.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { whenAtWork } from '../people/own-clock.ts';
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

/** A check that is later than this was missed, as while the bot was away. */
const LATE_MINUTES = 30;

/**
 * The moment a rule is checked as of: when it was due. A late check runs once, as of now; but if the week or month it
 * is about has ended meanwhile, as of when it was due.
 */
export function momentOfCheck(
  rule: Rule,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
  settings: CalendarSettings,
): Temporal.Instant {
  if (dueAt.until(now).total('minutes') < LATE_MINUTES) return dueAt;
  const period = rule.kind === 'silence' ? null : rule.question.period;
  if (period?.kind !== 'this' && period?.kind !== 'last' && period?.kind !== 'toDate') return now;
  const [then, today] = [dueAt, now].map((at) => startOfUnit(localDay(at, settings.zone), period.unit, settings));
  return then && today && then.equals(today) ? now : dueAt;
}

/**
 * Checks a rule as of the moment of `asking`; the alarm waits in the outbox for the person's working hours after
 * `since`. If one moment is checked twice, as after a crash, the first check counts.
 */
export async function checkAlert(asking: Asking, check: Check, since: Temporal.Instant): Promise<void> {
  const { db, workspace, now } = asking;
  const standing = await standingOf(asking, check.rule);
  const awake = whenAtWork(since, check.memberId, asking);
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
    await enqueue(tx, workspace.id, [news], since);
  });
}

/** Records whether the rule is broken, and returns whether that is news. Without data nothing changes. */
async function isNews(
  tx: Transaction,
  key: { workspaceId: string; scheduleId: string },
  { isBroken, round }: Standing,
  now: Temporal.Instant,
): Promise<boolean> {
  const checkedAt = dateOf(now);
  await tx.alertState.createMany({ data: [{ ...key, checkedAt: new Date(0) }], skipDuplicates: true });
  await tx.$queryRaw`SELECT FROM alert_states
    WHERE workspace_id = ${key.workspaceId}::uuid AND schedule_id = ${key.scheduleId}::uuid FOR UPDATE`;
  const where = { workspaceId_scheduleId: key };
  const state = await tx.alertState.findUniqueOrThrow({ where });
  if (state.checkedAt >= checkedAt || isBroken === null) return false;
  await tx.alertState.update({ where, data: { checkedAt, firedFor: isBroken ? round : null } });
  return isBroken && state.firedFor !== round;
}
