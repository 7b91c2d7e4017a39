import type { Temporal } from 'temporal-polyfill';
import type { Kept } from '../delivery/kept.ts';
import type { Answer } from '../kpi/answer.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { ownDay } from '../people/own-clock.ts';
import { type NextStep, nextStepsDue } from '../records/next-steps.ts';
import { type SilentCustomer, silentCustomers } from '../records/silent-customers.ts';
import { leadsWaiting, type WaitingLead } from '../records/waiting-leads.ts';
import { ownGoals } from './own-goals.ts';

/** What a person should know this morning. */
export interface Morning {
  name: string;
  day: Temporal.PlainDate;
  /** Compared with today's and the month's goals; null: there are none. */
  today: Answer | null;
  month: Answer | null;
  steps: readonly NextStep[];
  leads: readonly WaitingLead[];
  silent: readonly SilentCustomer[];
  /** Messages that had to wait for this one. */
  kept: readonly Kept[];
}

/** A member's morning as of the moment of `asking`; null: nothing to say. */
export async function morningOf(asking: Asking, memberId: string, kept: readonly Kept[] = []): Promise<Morning | null> {
  const { db, workspace, directory } = asking;
  const name = directory.members.find(({ id }) => id === memberId)?.name;
  if (name === undefined) return null;
  const day = ownDay(memberId, asking);
  const own = [db, workspace.id, memberId, day.toString()] as const;
  const [today, month, steps, leads, silent] = await Promise.all([
    ownGoals(asking, memberId, 'day', { on: day }),
    ownGoals(asking, memberId, 'month', { on: day }),
    nextStepsDue(...own),
    leadsWaiting(...own),
    silentCustomers(...own),
  ]);
  const isEmpty = !today && !month && steps.length + leads.length + silent.length + kept.length === 0;
  return isEmpty ? null : { name, day, today, month, steps, leads, silent, kept };
}
