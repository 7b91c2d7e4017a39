import type { Kpi } from '../../kpi/definition.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { type Calendar, spanLabel } from '../../language/dates.ts';
import { figureText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { Suggestion } from '../../targets/suggest.ts';
import type { TargetSpan } from '../../targets/target-span.ts';
import type { Message } from './answer.ts';
import { buttons, context, escaped, section } from './mrkdwn.ts';
import { targetActions } from './targets.ts';

/** Whose goal it would be, for which KPI and period. */
export interface Suggested {
  subject: string;
  kpi: Kpi;
  span: TargetSpan;
  /** The workspace's, like `calendar`. */
  currency: string;
  calendar: Calendar;
}

/** Proposes a goal and says why. `setWords`: the words that set it; null for people who may not. */
export function suggestionMessage(
  { value, from, season }: Suggestion,
  { subject, kpi, span, currency, calendar }: Suggested,
  setWords: string | null,
): Message {
  const write = (figure: number) => figureText(figure, { unit: kpi.unit, currency });
  const line = text('target.suggest', {
    subject: `*${escaped(subject)}*`,
    kpi: kpiTitle(kpi.id).toLowerCase(),
    span: spanLabel(span, calendar),
    value: write(value),
  });
  const isUp = kpi.better === 'up';
  const reached = from.filter((each) => (isUp ? each >= value : each <= value)).length;
  const why = text('target.suggest.why', {
    percentile: isUp ? 80 : 20,
    ...{ count: from.length, unit: span.unit, reached },
    ...{ least: write(Math.min(...from)), most: write(Math.max(...from)) },
  });
  const seasonal =
    season === null ? '' : text('target.suggest.season', { share: figureText(season, { unit: 'rate' }) });
  const set = { actionId: targetActions.setSuggested, label: text('target.button.set'), value: setWords ?? '' };
  return {
    text: `${line} ${why}`,
    blocks: [
      section(line),
      context([why, seasonal].filter(Boolean).join(' ')),
      ...(setWords === null ? [] : [buttons('target.suggest', [set])]),
    ],
  };
}
