import type { Answer } from '../kpi/answer.ts';

/** An answer as JSON: days and instants as ISO 8601, the rest as the engine gives it. */
export const answerJson = (answer: Answer) => ({
  ...daysJson(answer),
  kpis: answer.kpis,
  ...(answer.inPlaceOf ? { inPlaceOf: answer.inPlaceOf } : {}),
  groups: answer.groups,
  ...(answer.moreGroups ? { moreGroups: answer.moreGroups } : {}),
  freshness: answer.freshness.map(({ source, at }) => ({ source, at: at.toString() })),
});

/** What was asked, and about which days. */
export const daysJson = ({ question, period, comparison }: Answer) => ({
  question,
  period: { from: period.from.toString(), to: period.to.toString() },
  comparison: { from: comparison.from.toString(), to: comparison.to.toString() },
});
