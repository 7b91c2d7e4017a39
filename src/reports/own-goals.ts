import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import type { PeriodSpec } from '../calendar/period-spec.ts';
import { spanOf } from '../calendar/span.ts';
import type { CalendarUnit } from '../calendar/units.ts';
import type { Answer } from '../kpi/answer.ts';
import { catalogue } from '../kpi/catalogue/index.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import { calendarSettings } from '../people/workspace.ts';
import { targetsFor } from '../targets/storage.ts';

/**
 * A member's numbers in the running day, month or other unit for which they have goals; null: there are none. Goals for
 * shorter or longer periods count with their share, such as a day's of the month's, unless `exact` asks for goals of
 * just these days. `on`: the member's own day, if their calendar is ahead of the workspace's or behind it.
 */
export async function ownGoals(
  asking: Asking,
  memberId: string,
  unit: CalendarUnit,
  { exact = false, on }: { exact?: boolean; on?: Temporal.PlainDate } = {},
): Promise<Answer | null> {
  const { db, workspace, now } = asking;
  const today = localDay(now, workspace.zone);
  const span = spanOf({ kind: 'this', unit }, on ?? today, calendarSettings(workspace));
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
  const written = { from: days.from, through: span.to.subtract({ days: 1 }).toString() };
  const isOther = on && !spanOf({ kind: 'this', unit }, today, calendarSettings(workspace)).from.equals(span.from);
  const period: PeriodSpec = isOther ? { kind: 'between', ...written } : { kind: 'this', unit };
  const answer = await evaluate(asking, { kpis, whose, period, by: [] });
  const wanted = answer.kpis.filter(({ target }) => target !== null);
  return wanted.length > 0 ? { ...answer, kpis: wanted, nothingRecorded: false } : null;
}
