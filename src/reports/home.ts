/** The content of a person's Home tab. */
import type { Temporal } from 'temporal-polyfill';
import type { Answer } from '../kpi/answer.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import { ownDay } from '../people/own-clock.ts';
import { type NextStep, nextStepsDue } from '../records/next-steps.ts';
import { leadsWaiting, type WaitingLead } from '../records/waiting-leads.ts';
import { ownGoals } from './own-goals.ts';

export interface Home {
  day: Temporal.PlainDate;
  /** Compared with today's and the month's goals; null: there are none. */
  today: Answer | null;
  month: Answer | null;
  /** The first goal's number in each of the last weeks. */
  course: Answer | null;
  /** What waits for the person. */
  steps: readonly NextStep[];
  leads: readonly WaitingLead[];
}

const WEEKS = 8;

/** A member's Home as of the moment of `asking`. */
export async function homeOf(asking: Asking, memberId: string): Promise<Home> {
  const { db, workspace } = asking;
  const day = ownDay(memberId, asking);
  const own = [db, workspace.id, memberId, day.toString()] as const;
  const [today, month, steps, leads] = await Promise.all([
    ownGoals(asking, memberId, 'day', { on: day }),
    ownGoals(asking, memberId, 'month', { on: day }),
    nextStepsDue(...own),
    leadsWaiting(...own),
  ]);
  const first = month?.kpis.find(({ pace }) => pace);
  const course =
    first &&
    (await evaluate(asking, {
      kpis: [first.id],
      whose: { scope: 'member', memberId },
      period: { kind: 'trailing', n: WEEKS, unit: 'week' },
      by: ['week'],
    }));
  return { day, today, month, course: course ?? null, steps, leads };
}
