import type { Temporal } from 'temporal-polyfill';
import { instantOf, plainDateOf } from '../../calendar/js-date.ts';
import type { Database } from '../../db/client.ts';
import type { Workspace } from '../../people/workspace.ts';
import { recordActivity, removeActivity } from '../activities.ts';
import type { ActivityType, Direction, Moment, Outcome, Result } from '../activity.ts';
import type { LogEntry } from './entry.ts';

/** An entry that is ready to be stored. */
export interface CompleteEntry extends LogEntry {
  type: ActivityType;
  occurred: Moment;
}

export interface Logging {
  memberId: string;
  /** The deed in Slack: a repeat of it stores nothing new. */
  deed: string;
  now: Temporal.Instant;
}

/** Stores what a member logged and returns the activity's id. */
export function storeLog(
  db: Database,
  workspace: Workspace,
  { customers, ...facts }: CompleteEntry,
  { memberId, deed, now }: Logging,
): Promise<string> {
  const nextStepOwnerId = facts.nextStep ? memberId : null;
  const activity = { ...facts, memberId, customerId: customers[0]?.id ?? null, nextStepOwnerId };
  return db.$transaction((tx) => recordActivity(tx, workspace, { ...activity, loggedAt: now, key: deed }));
}

/** Takes back what a member logged; returns what it was, or null when there is no such activity of theirs any more. */
export function undoLog(
  db: Database,
  workspace: Workspace,
  id: string,
  memberId: string,
): Promise<CompleteEntry | null> {
  return db.$transaction(async (tx) => {
    const where = { workspaceId: workspace.id, id, memberId };
    const stored = await tx.activity.findFirst({ where, include: { customer: { select: { id: true, name: true } } } });
    if (!stored || !(await removeActivity(tx, workspace.id, id, memberId))) return null;
    return {
      // The columns hold nothing but what we wrote there.
      type: stored.type as ActivityType,
      direction: stored.direction as Direction | null,
      outcome: stored.outcome as Outcome | null,
      result: stored.result as Result | null,
      durationSeconds: stored.durationSeconds,
      occurred: stored.occurredAt ? { at: instantOf(stored.occurredAt) } : { on: plainDateOf(stored.occurredOn) },
      customers: stored.customer ? [stored.customer] : [],
      note: stored.note,
      nextStep: stored.nextStep,
      nextStepOn: stored.nextStepOn && plainDateOf(stored.nextStepOn),
    };
  });
}
