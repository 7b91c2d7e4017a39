import type { Answer } from '../kpi/answer.ts';

/** An answer as JSON: days and instants as ISO 8601, the rest as the engine gives it. */
export const answerJson = ({ question, period, comparison, kpis, groups, moreGroups, freshness }: Answer) => ({
  question,
  period: { from: period.from.toString(), to: period.to.toString() },
  comparison: { from: comparison.from.toString(), to: comparison.to.toString() },
  kpis,
  groups,
  ...(moreGroups ? { moreGroups } : {}),
  freshness: freshness.map(({ source, at }) => ({ source, at: at.toString() })),
});
