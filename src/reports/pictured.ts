import type { Answer, Group } from '../kpi/answer.ts';
import type { Report } from './report-of.ts';

/**
 * What a report's picture shows: the best times to call, if the report has them, else its first table or summary. Only
 * the first number is drawn, as several units do not fit into one picture.
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
