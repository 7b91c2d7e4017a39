import { localDay } from '../../src/calendar/local-day.ts';
import { canHaveTarget, findKpi } from '../../src/kpi/catalogue/index.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import { parseTarget } from '../../src/kpi/parse/parse-target.ts';
import { describeProblem } from '../../src/kpi/parse/problem.ts';
import { subjectName } from '../../src/kpi/subject.ts';
import { allOf } from '../../src/language/list.ts';
import { text } from '../../src/language/text.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { targetRefusal, targetSetMessage } from '../../src/slack/messages/targets.ts';
import { changeTarget } from '../../src/targets/change.ts';
import { maySet } from '../../src/targets/may-set.ts';
import { targetSpan } from '../../src/targets/target-span.ts';
import { vocabularyFor } from '../vocabulary.ts';
import { exampleFor } from './example.ts';
import { subjectOf } from './subject.ts';
import { targetValue } from './value.ts';

/** Sets the goal that the words say, if the person may; else says what is missing or why not. */
export async function setOrAsk(words: string, asked: Asked): Promise<Reply> {
  const { db, workspace, directory, member, now } = asked;
  const refuse = (...reasons: string[]): Reply => {
    const message = targetRefusal(reasons, words, member.role === 'rep' ? null : exampleFor(asked));
    return { message: () => message };
  };
  if (member.role === 'rep') return refuse(text('target.refuse.rep'));

  const parsed = parseTarget(words, vocabularyFor(asked), workspace.currency);
  if (!parsed.ok) {
    const parts = parsed.missing.map((part) => text(`target.missing.${part}`));
    const missing = parts.length > 0 ? [text('target.missing', { parts: allOf(parts) })] : [];
    return refuse(...parsed.problems.map(describeProblem), ...missing);
  }
  const { question, amount, typed } = parsed;
  const kpi = findKpi(question.kpis[0] ?? '');
  if (!kpi || question.kpis.length > 1) {
    return refuse(text('target.refuse.many_kpis', { kpis: allOf(question.kpis.map(kpiTitle)) }));
  }
  const subject = subjectOf(question.whose);
  const name = subjectName(question.whose, directory);
  const today = localDay(now, workspace.zone);
  const span = targetSpan(question.period, today, calendarSettings(workspace));
  const value = targetValue(amount, typed, kpi);
  const reasons = [
    ...(canHaveTarget(kpi.id)
      ? []
      : [text('target.refuse.kpi', { kpi: kpiTitle(kpi.id), instead: kpiTitle('revenue') })]),
    ...(question.by.length > 0 || question.where ? [text('target.refuse.by')] : []),
    ...(span ? [] : [text('target.refuse.period')]),
    ...(subject ? [] : [text('target.refuse.many_teams', { teams: name })]),
    ...('refusal' in value ? [value.refusal] : []),
  ];
  if (!subject || !span || 'refusal' in value || reasons.length > 0) return refuse(...reasons);
  if (!maySet(member, subject, directory, today.toString())) {
    return refuse(text('target.refuse.manager', { subject: name }));
  }

  const target = {
    ...{ workspaceId: workspace.id, kpi: kpi.id, ...subject, unit: span.unit, value: value.value },
    ...{ startsOn: span.from.toString(), endsOn: span.to.toString(), setById: member.id },
    currency: kpi.unit === 'money' ? (amount.currency ?? workspace.currency) : null,
  };
  const told = { subject: name, unit: kpi.unit, currency: workspace.currency };
  const message = targetSetMessage(target, await changeTarget(db, target), told);
  return { message: () => message };
}
