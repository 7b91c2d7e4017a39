import { z } from 'zod';
import { answerChart } from '../../charts/chart-for.ts';
import { chartText } from '../../charts/chart-text.ts';
import type { Answer } from '../../kpi/answer.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { whoseSchema } from '../../kpi/question-schema.ts';
import { dailyDigest } from '../../reports/daily.ts';
import { digestMessage } from '../messages/digest.ts';
import type { Picture } from '../pictures.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({
  whose: whoseSchema,
  from: z.iso.date(),
  through: z.iso.date(),
  byPerson: z.boolean(),
});

/** The daily digest of a channel or a person. */
export const digest: Composer = async (asking, { content }) => {
  const made = await dailyDigest(asking, contentSchema.parse(content));
  const { now, workspace } = asking;
  return {
    message: (picture) => digestMessage(made, { now, zone: workspace.zone, picture }),
    picture: () => drawn(made.pictured, asking),
  };
};

/** The picture of an answer; null: there is nothing to draw. */
export async function drawn(answer: Answer, asking: Asking): Promise<Picture | null> {
  const spec = await answerChart(answer, asking);
  return spec && { workspaceId: asking.workspace.id, spec, alt: chartText(spec).alt };
}
