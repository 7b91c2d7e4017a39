import type { Answer } from '../kpi/answer.ts';
import type { Report } from './report-of.ts';

/** What a report's picture shows: of its first table, or its summary, the number in front; several units have no picture. */
export function picturedIn({ tables: [table], summary }: Report): Answer {
  const answer = table ?? summary;
  const kpis = answer.kpis.slice(0, 1);
  const groups = answer.groups.map((group) => ({ ...group, kpis: group.kpis.slice(0, 1) }));
  return { ...answer, question: { ...answer.question, kpis: kpis.map(({ id }) => id) }, kpis, groups };
}
