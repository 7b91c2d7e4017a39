import { canHaveTarget, findKpi } from '../../src/kpi/catalogue/index.ts';
import type { Kpi } from '../../src/kpi/definition.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import { isPlain, type Question } from '../../src/kpi/question.ts';
import { subjectName } from '../../src/kpi/subject.ts';
import { allOf } from '../../src/language/list.ts';
import { text } from '../../src/language/text.ts';
import type { Directory } from '../../src/people/directory.ts';
import type { TargetSubject } from '../../src/targets/may-set.ts';
import { subjectOf } from './subject.ts';

/** What a goal is for, and whose it is. */
export interface Aim {
  kpi: Kpi;
  subject: TargetSubject;
  /** The subject's. */
  name: string;
}

/** The one goal that a question means, or all the reasons why it means none. */
export function aimOf(question: Question, directory: Directory): Aim | { reasons: string[] } {
  const [id = '', ...others] = question.kpis;
  const kpi = findKpi(id);
  if (!kpi || others.length > 0) {
    return { reasons: [text('target.refuse.many_kpis', { kpis: allOf(question.kpis.map(kpiTitle)) })] };
  }
  const subject = subjectOf(question.whose);
  const name = subjectName(question.whose, directory);
  const reasons = [
    ...(canHaveTarget(kpi.id)
      ? []
      : [text('target.refuse.kpi', { kpi: kpiTitle(kpi.id), instead: kpiTitle('revenue') })]),
    ...(isPlain(question) ? [] : [text('target.refuse.by')]),
    ...(subject ? [] : [text('target.refuse.many_teams', { teams: name })]),
  ];
  return subject && reasons.length === 0 ? { kpi, subject, name } : { reasons };
}
