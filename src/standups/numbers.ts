/** What was logged and closed, so that nobody has to type it, and today's goals. */
import { type KpiValue, tellsOfADay } from '../kpi/answer.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import type { Whose } from '../kpi/question.ts';

/** What a person did over some days. */
export interface Done {
  /** The count of each type of activity, most frequent first. */
  activities: readonly { label: string; count: number }[];
  /** Deals and their revenue, if there are any. */
  closed: readonly KpiValue[];
}

/** @param days ISO, both included */
export async function doneBy(asking: Asking, memberId: string, days: { from: string; through: string }): Promise<Done> {
  const about = { whose: { scope: 'member', memberId } as const, period: { kind: 'between', ...days } as const };
  const [activities, closed] = await Promise.all([
    evaluate(asking, { kpis: ['activities_logged'], ...about, by: ['type'] }),
    evaluate(asking, { kpis: ['deals_won', 'revenue'], ...about, by: [] }),
  ]);
  return {
    activities: activities.groups
      .map(({ label, kpis: [kpi] }) => ({ label, count: Number(kpi?.value ?? 0) }))
      .filter(({ count }) => count > 0),
    closed: closed.kpis.filter(({ value }) => Number(value ?? 0) !== 0),
  };
}

/** KPIs whose targets have a share for each day, as they add up over days. */
const DAILY = ['revenue', 'deals_won', 'meetings_held', 'calls_made', 'leads_generated', 'activities_logged'];

/** Today's goals, for KPIs with targets. */
export async function goalsToday(asking: Asking, whose: Whose): Promise<KpiValue[]> {
  const today = await evaluate(asking, { kpis: DAILY, whose, period: { kind: 'this', unit: 'day' }, by: [] });
  return today.kpis.filter((kpi) => kpi.target !== null && Number(kpi.target) > 0 && tellsOfADay(kpi));
}
