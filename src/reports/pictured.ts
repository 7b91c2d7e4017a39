import type { Answer, Group } from '../kpi/answer.ts';
import type { Report } from './report-of.ts';

/**
 * What a report's picture shows: when calls go best by weekday and hour, in the report that tells it; else of its first
 * table, or its summary, the number in front, because several units have no picture.
 */
export function picturedIn({ tables: [table], summary, bestTimes, hours }: Report): Answer {
  if (bestTimes && hours) return withOnly(hours, bestTimes.kpi);
  const answer = table ?? summary;
  return withOnly(answer, answer.kpis[0]?.id ?? '');
}

function withOnly(answer: Answer, kpi: string): Answer {
  const only = (group: Group): Group => ({
    ...group,
    kpis: group.kpis.filter(({ id }) => id === kpi),
    ...(group.groups ? { groups: group.groups.map(only) } : {}),
  });
  const kpis = answer.kpis.filter(({ id }) => id === kpi);
  return { ...answer, question: { ...answer.question, kpis: [kpi] }, kpis, groups: answer.groups.map(only) };
}
