import { settingsFor } from '../../calendar/span.ts';
import { unitOfPeriod } from '../../calendar/unit-of-period.ts';
import { type CalendarUnit, stepUnits } from '../../calendar/units.ts';
import { calendarSettings } from '../../people/workspace.ts';
import type { Answer, KpiValue } from '../answer.ts';
import { findKpi } from '../catalogue/index.ts';
import { addsUpOverTime } from '../definition.ts';
import { type Asking, evaluate } from '../evaluate.ts';

/** A person's best period of those looked at. */
export interface PersonalRecord {
  kpi: KpiValue;
  label: string;
  /** Whether it is the one the leaderboard is about. */
  isNow: boolean;
}

const looksBack: Partial<Record<CalendarUnit, number>> = { day: 30, week: 26, month: 12, quarter: 8, year: 5 };

/**
 * Everybody's own best, by member: of what adds up and of which more is better, over the periods like the one asked for.
 * One statement. Empty where a period is no unit of the calendar.
 */
export async function personalRecords(asking: Asking, answer: Answer): Promise<Map<string, PersonalRecord>> {
  const { question, period, kpis } = answer;
  const unit = unitOfPeriod(question.period);
  const before = unit && looksBack[unit];
  const kpi = findKpi(kpis[0]?.id ?? '');
  if (!unit || !before || !kpi || kpi.better !== 'up' || !addsUpOverTime(kpi)) return new Map();
  const settings = settingsFor(question.period, calendarSettings(asking.workspace));
  const from = stepUnits(period.from, unit, -before, settings).toString();
  const through = period.to.subtract({ days: 1 }).toString();
  const { groups } = await evaluate(asking, {
    ...{ kpis: [kpi.id], whose: question.whose },
    ...{ period: { kind: 'between', from, through }, by: ['rep', unit] },
  });
  return new Map(
    groups.flatMap(({ key, groups: periods = [] }): [string, PersonalRecord][] => {
      const record = bestOf(periods, period.from.toString());
      return key && record ? [[key, record]] : [];
    }),
  );
}

/** The highest of the periods, of equal ones the earliest; none where nothing was reached in any but the present one. */
function bestOf(
  periods: readonly { key: string | null; label: string; kpis: readonly KpiValue[] }[],
  now: string,
): PersonalRecord | null {
  const reached = periods.flatMap(({ key, label, kpis: [kpi] }) =>
    kpi && Number(kpi.value) > 0 ? [{ kpi, label, isNow: key === now }] : [],
  );
  if (reached.every(({ isNow }) => isNow)) return null;
  return reached.reduce((best, each) => (Number(each.kpi.value) > Number(best.kpi.value) ? each : best));
}
