import type { Temporal } from 'temporal-polyfill';
import { addsUpOverTime, type Kpi } from '../../src/kpi/definition.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import type { ParsedTarget } from '../../src/kpi/parse/parse-target.ts';
import { minorUnits } from '../../src/language/money.ts';
import { text } from '../../src/language/text.ts';
import { calendarSettings, type Workspace } from '../../src/people/workspace.ts';
import { type PlannedTarget, plannedTargets } from '../../src/targets/plan.ts';
import { targetSpan } from '../../src/targets/target-span.ts';

/** Which periods get which goal; several for a plan. */
export function periodsOf(
  { question, amount, plan, saysPeriod }: ParsedTarget & { ok: true },
  value: string,
  kpi: Kpi,
  today: Temporal.PlainDate,
  workspace: Workspace,
): { spans: PlannedTarget[] } | { refusal: string } {
  const settings = calendarSettings(workspace);
  if (!plan) {
    const span = targetSpan(question.period, today, settings);
    return span ? { spans: [{ ...span, value }] } : { refusal: text('target.refuse.period') };
  }
  const isShared = plan.kind === 'seasonal' || plan.ramp.length > 0;
  if (isShared && !addsUpOverTime(kpi)) return { refusal: text('target.refuse.no_parts', { kpi: kpiTitle(kpi.id) }) };
  const digits = kpi.unit === 'money' ? minorUnits(amount.currency ?? workspace.currency) : 0;
  const period = saysPeriod ? question.period : null;
  const spans = plannedTargets({ plan, period, value, digits }, today, settings);
  return typeof spans === 'string' ? { refusal: text(`target.refuse.plan.${spans}`) } : { spans };
}
