import { answerChart } from '../../charts/chart-for.ts';
import { chartAlt } from '../../charts/chart-text.ts';
import type { Answer } from '../../kpi/answer.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import type { Picture } from '../pictures.ts';

/** The picture of an answer; null: nothing to draw. */
export async function drawn(answer: Answer, asking: Asking): Promise<Picture | null> {
  const spec = await answerChart(answer, asking);
  return spec && { workspaceId: asking.workspace.id, spec, alt: chartAlt(spec) };
}
