import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../calendar/local-day.ts';
import { previousWorkingDay } from '../../calendar/working-days.ts';
import { memberCalendar, workspaceCalendar } from '../../people/working-calendar.ts';
import { calendarSettings } from '../../people/workspace.ts';
import type { Answer } from '../answer.ts';
import { type Asking, knownKpi } from '../evaluate.ts';
import { paceTowards } from '../goals.ts';
import { spansOf } from '../spans.ts';
import { goalOwnerOf } from '../where.ts';
import type { LookBack } from './look-back.ts';
import type { Slip } from './moved.ts';

/** Which goals were on pace at the end of the last working day before today, and are behind now. Null if none is behind. */
export function slips(asking: Asking, { question, kpis, period }: Answer): LookBack<Slip> | null {
  const { workspace, directory, now } = asking;
  const whose = goalOwnerOf(question);
  const behind = kpis.flatMap((kpi) => (kpi.pace?.status === 'behind' ? [{ ...kpi, pace: kpi.pace }] : []));
  if (!period.running || behind.length === 0 || !whose) return null;
  const whole = workspaceCalendar(workspace, directory);
  const working = whose.scope === 'member' ? memberCalendar(whose.memberId, directory, workspace) : whole;
  const day = previousWorkingDay(localDay(now, working.zone), working);
  const evening = day
    .toZonedDateTime({ timeZone: working.zone, plainTime: Temporal.PlainTime.from(working.hours.end) })
    .toInstant();
  if (Temporal.PlainDate.compare(localDay(evening, workspace.zone), period.from) < 0) return null;
  const written = { from: period.from.toString(), through: period.to.subtract({ days: 1 }).toString() };
  const { spans, current } = spansOf({
    ...{ spec: { kind: 'between', ...written }, now: evening, settings: calendarSettings(workspace) },
    ...{ working: whole, against: 'previous', growth: false, by: null },
  });
  const tell: LookBack<Slip>['tell'] = (sumIn) =>
    behind.flatMap((kpi): Slip[] => {
      // The goal is that of the answer: it holds for the period, whenever one asks.
      const asked = { workspace, directory, now: evening, period };
      const then = paceTowards(asked, knownKpi(kpi.id), whose, sumIn(kpi.id, 0), kpi.pace.target);
      return then?.status === 'on_pace' || then?.status === 'ahead' ? [{ kind: 'slip', kpi, day }] : [];
    });
  return { kpis: behind, spans: spans.slice(current, current + 1), tell };
}
