import { localDay } from '../../src/calendar/local-day.ts';
import { canHaveTarget, findKpi } from '../../src/kpi/catalogue/index.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import { parseTarget } from '../../src/kpi/parse/parse-target.ts';
import { describeProblem } from '../../src/kpi/parse/problem.ts';
import { isPlain } from '../../src/kpi/question.ts';
import { subjectName } from '../../src/kpi/subject.ts';
import { allOf } from '../../src/language/list.ts';
import { text } from '../../src/language/text.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { plannedMessage } from '../../src/slack/messages/planned-targets.ts';
import { targetRefusal, targetSetMessage } from '../../src/slack/messages/targets.ts';
import { changeTargets } from '../../src/targets/change.ts';
import { maySet } from '../../src/targets/may-set.ts';

import { vocabularyFor } from '../vocabulary.ts';
import { exampleFor } from './example.ts';
import { periodsOf } from './periods.ts';
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
  const { question, amount, typed, plan } = parsed;
  const kpi = findKpi(question.kpis[0] ?? '');
  if (!kpi || question.kpis.length > 1) {
    return refuse(text('target.refuse.many_kpis', { kpis: allOf(question.kpis.map(kpiTitle)) }));
  }
  const subject = subjectOf(question.whose);
  const name = subjectName(question.whose, directory);
  const today = localDay(now, workspace.zone);
  const value = targetValue(amount, typed, kpi);
  const periods = periodsOf(parsed, 'value' in value ? value.value : '1', kpi, today, workspace);
  const reasons = [
    ...(canHaveTarget(kpi.id)
      ? []
      : [text('target.refuse.kpi', { kpi: kpiTitle(kpi.id), instead: kpiTitle('revenue') })]),
    ...(isPlain(question) ? [] : [text('target.refuse.by')]),
    ...('refusal' in periods ? [periods.refusal] : []),
    ...(subject ? [] : [text('target.refuse.many_teams', { teams: name })]),
    ...('refusal' in value ? [value.refusal] : []),
  ];
  if (!subject || 'refusal' in periods || reasons.length > 0) return refuse(...reasons);
  if (!maySet(member, subject, directory, today.toString())) {
    return refuse(text('target.refuse.manager', { subject: name }));
  }

  const whole = {
    ...{ workspaceId: workspace.id, kpi: kpi.id, ...subject, setById: member.id },
    currency: kpi.unit === 'money' ? (amount.currency ?? workspace.currency) : null,
  };
  const targets = periods.spans.map(({ unit, from, to, value: part }) => {
    const days = { startsOn: from.toString(), endsOn: to.toString() };
    return { ...whole, unit, ...days, value: part };
  });
  const changed = await changeTargets(db, targets);
  const told = { subject: name, unit: kpi.unit, currency: workspace.currency };
  const message = plan ? plannedMessage(plan, targets, changed, told) : targetSetMessage(targets, changed, told);
  return { message: () => message, isDone: true };
}
