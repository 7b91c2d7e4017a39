import type { Temporal } from 'temporal-polyfill';
import type { Answer } from '../../kpi/answer.ts';
import { momentLabel } from '../../language/dates.ts';
import { text, textIfAny } from '../../language/text.ts';
import { escaped } from './mrkdwn.ts';

export interface Moment {
  now: Temporal.Instant;
  /** The workspace's zone, used for the times when data came in. */
  zone: string;
}

/** When data last came in from each source: every answer ends with this. */
export function freshText({ freshness }: Pick<Answer, 'freshness'>, { now, zone }: Moment): string {
  if (freshness.length === 0) return text('answer.fresh_none');
  const sources = freshness.map(({ source, at }) =>
    text('answer.fresh_source', {
      at: momentLabel(at, now, zone),
      source: textIfAny(`answer.source.${source}`) ?? escaped(source),
    }),
  );
  return text('answer.fresh', { sources: sources.join(', ') });
}
