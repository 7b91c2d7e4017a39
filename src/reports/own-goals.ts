import { localDay } from '../calendar/local-day.ts';
import { spanOf } from '../calendar/span.ts';
import type { CalendarUnit } from '../calendar/units.ts';
import type { Answer } from '../kpi/answer.ts';
import { catalogue } from '../kpi/catalogue/index.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import { calendarSettings } from '../people/workspace.ts';
import { targetsFor } from '../targets/storage.ts';

/**
 * A member's numbers of the running day, month … that have a goal of their own then; null: there is none. A goal counts that
 * was set for just those days, or, unless `exact`, whatever holds then: the day's share of the month.
 */
export async function ownGoals(
  asking: Asking,
  memberId: string,
  unit: CalendarUnit,
  { exact = false } = {},
): Promise<Answer | null> {
  const { db, workspace, now } = asking;
  const span = spanOf({ kind: 'this', unit }, localDay(now, workspace.zone), calendarSettings(workspace));
  const days = { from: span.from.toString(), to: span.to.toString() };
  const rows = await targetsFor(db, workspace.id, {
    kpis: catalogue.map(({ id }) => id),
    memberIds: [memberId],
    teamIds: [],
    includeWorkspace: false,
    ...days,
  });
  const holding = exact ? rows.filter(({ startsOn, endsOn }) => startsOn === days.from && endsOn === days.to) : rows;
  const kpis = [...new Set(holding.map(({ kpi }) => kpi))];
  if (kpis.length === 0) return null;
  const whose = { scope: 'member' as const, memberId };
  const answer = await evaluate(asking, { kpis, whose, period: { kind: 'this', unit }, by: [] });
  const wanted = answer.kpis.filter(({ target }) => target !== null);
  return wanted.length > 0 ? { ...answer, kpis: wanted, nothingRecorded: false } : null;
}
