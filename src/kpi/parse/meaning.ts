import type { PeriodSpec } from '../../calendar/period-spec.ts';
import type { activityWords } from '../../language/en/kpi-words.ts';
import type { FunnelName } from '../funnels.ts';
import type { Dimension, Order } from '../question.ts';

export type ActivityType = keyof typeof activityWords;

/** What one phrase of a question can mean. */
export type Meaning =
  | { kind: 'kpi'; id: string }
  | { kind: 'funnel'; funnel: FunnelName }
  /** "best time to call" */
  | { kind: 'callingTimes' }
  /** "emails": the activities of a type. */
  | { kind: 'activity'; type: ActivityType; kpi: string }
  | { kind: 'member'; id: string }
  | { kind: 'team'; id: string }
  /** "for @anna": her numbers, or beside a team those she made in it. */
  | { kind: 'forMember'; id: string }
  | { kind: 'where'; by: Dimension; keys: readonly string[] }
  | { kind: 'me' }
  /** The asker's team or teams. */
  | { kind: 'ownTeam' }
  | { kind: 'workspace' }
  | { kind: 'period'; period: PeriodSpec }
  | { kind: 'by'; by: Dimension }
  /** "top 5", or with what of: "top 5 customers". */
  | { kind: 'top'; n: number; by: Dimension | null }
  /** "top 5 reps by revenue": the number that says which are the largest. */
  | { kind: 'rank'; id: string }
  /** "worst": which groups come first. */
  | { kind: 'order'; order: Order }
  /** "worst products", "bottom 5 reps". */
  | { kind: 'ordered'; order: Order; by: Dimension; n: number | null }
  | { kind: 'why' }
  /** `unit`: "vs last month" is said of this month alone. */
  | { kind: 'against'; against: 'previous' | 'lastYear'; unit?: ComparedUnit }
  /** "North vs South": several teams, people or values of one breakdown side by side. */
  | { kind: 'versus'; sides: readonly Side[] }
  /** "top 0": of so many groups nobody can be told. */
  | { kind: 'uncounted' }
  /** A day or range of days that lacks its year. */
  | { kind: 'yearless' }
  | { kind: 'filler' };

export type ComparedUnit = 'week' | 'month' | 'quarter';

/** What can stand beside others of its kind. */
export type Side = Extract<Meaning, { kind: 'team' | 'member' | 'where' }>;
