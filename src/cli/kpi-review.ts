import type { Reviewed } from '../../commands/kpi/review-words.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { calendarSettings } from '../people/workspace.ts';
import { productsMoved, reviewOf } from '../reports/review/review-of.ts';
import { reviewedSpans } from '../reports/review/reviewed-months.ts';
import { productsMessage, reviewMessage } from '../slack/messages/review.ts';
import { plainText } from './plain.ts';

/** What `/kpi report review` and `/kpi report products` show to an admin, ending with a line break. */
export async function reviewAtTerminal(
  asking: Asking,
  name: 'review' | 'products',
  { question: { whose }, unit, through }: Reviewed,
): Promise<string> {
  const { now, workspace } = asking;
  const moment = { now, zone: workspace.zone };
  if (name === 'products') return plainText(productsMessage(await productsMoved(asking, { through, whose }), moment));
  const made = await reviewOf(asking, { unit, through, whose, byPerson: whose.scope !== 'member' });
  const { next } = reviewedSpans(through, unit, calendarSettings(workspace));
  return plainText(reviewMessage(made, { ...moment, next, picture: { kind: 'none' } }));
}
