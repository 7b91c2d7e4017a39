import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../calendar/local-day.ts';
import { previousWorkingDay } from '../../calendar/working-days.ts';
import { memberCalendar, workspaceCalendar } from '../../people/working-calendar.ts';
import type { Answer } from '../answer.ts';
import { type Asking, evaluate } from '../evaluate.ts';
import type { Slip } from './moved.ts';

/** Which goals were on pace at the end of the last working day before today, and are behind now. Asks only if any is behind. */
export async function slips(asking: Asking, { question, kpis, period }: Answer): Promise<Slip[]> {
  const { workspace, directory, now } = asking;
  const behind = kpis.filter(({ pace }) => pace?.status === 'behind');
  if (!period.running || behind.length === 0) return [];
  const { whose } = question;
  const working =
    whose.scope === 'member'
      ? memberCalendar(whose.memberId, directory, workspace)
      : workspaceCalendar(workspace, directory);
  const day = previousWorkingDay(localDay(now, working.zone), working);
  const evening = day
    .toZonedDateTime({ timeZone: working.zone, plainTime: Temporal.PlainTime.from(working.hours.end) })
    .toInstant();
  if (Temporal.PlainDate.compare(localDay(evening, workspace.zone), period.from) < 0) return [];
  const written = { from: period.from.toString(), through: period.to.subtract({ days: 1 }).toString() };
  const then = await evaluate(
    { ...asking, now: evening },
    { ...question, kpis: behind.map(({ id }) => id), period: { kind: 'between', ...written } },
  );
  const wasOnPace = ({ id }: { id: string }) =>
    ['on_pace', 'ahead'].includes(then.kpis.find((kpi) => kpi.id === id)?.pace?.status ?? '');
  return behind.filter(wasOnPace).map((kpi) => ({ kind: 'slip', kpi, day }));
}
