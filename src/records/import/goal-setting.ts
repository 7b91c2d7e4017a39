import type { Transaction } from '../../db/client.ts';
import type { Workspace } from '../../people/workspace.ts';
import type { TargetSpan } from './kinds/target-period.ts';

/** A goal as a file tells it. */
export interface WrittenGoal extends TargetSpan {
  kpi: string;
  scope: 'workspace' | 'team' | 'member';
  /** The team or member; null for the workspace. */
  subjectId: string | null;
  /** A decimal. */
  value: string;
  currency: string | null;
}

/** How goals are read and set, which those who import are told: a file changes them by the same way as people do. */
export interface GoalSetting {
  /** The unit of a KPI that can have a target; null: it cannot. */
  unitOf(kpi: string): string | null;
  /** Sets goals, and tells people of theirs. */
  set(tx: Transaction, workspace: Workspace, goals: readonly WrittenGoal[]): Promise<GoalsSet>;
}

export interface GoalsSet {
  /** What became of each, in the order given. */
  became: ('inserted' | 'updated' | 'unchanged')[];
  /** What this changes in what was reached in periods that are over, in words. */
  past: string[];
}
