import type { Answer } from '../kpi/answer.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import { memberCalendar, workspaceCalendar } from '../people/working-calendar.ts';
import { chartTheme } from '../people/workspace.ts';
import { chartOf, chartQuestion, yearBeforeQuestion } from './from-answer.ts';
import type { ChartSpec } from './spec.ts';

/** The spec of an answer's chart, after asking for whatever else it needs; null: nothing to draw. */
export async function answerChart(answer: Answer, asking: Asking): Promise<ChartSpec | null> {
  const { workspace, directory, now } = asking;
  if (answer.nothingRecorded) return null;
  const asksSeries = chartQuestion(answer);
  const series = asksSeries && (await evaluate(asking, asksSeries));
  const asksYearBefore = yearBeforeQuestion(series ?? answer);
  const yearBefore = asksYearBefore && (await evaluate(asking, asksYearBefore));
  const { whose } = answer.question;
  const working =
    whose.scope === 'member'
      ? memberCalendar(whose.memberId, directory, workspace)
      : workspaceCalendar(workspace, directory);
  return chartOf({ answer, series, yearBefore, now, zone: workspace.zone, working, theme: chartTheme(workspace) });
}
