import type { KnownBlock } from '@slack/types';
import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { momentLabel } from '../../language/dates.ts';
import { figureText, valueText } from '../../language/figures.ts';
import { text, textIfAny } from '../../language/text.ts';
import type { NumberRule, Rule, Standing } from '../../reports/alerts.ts';
import { type RiseBy, risePartBlocks, riseText } from './alert-rise.ts';
import { type Message, periodText } from './answer.ts';
import { answerActions } from './answer-buttons.ts';
import { partButtons } from './explanation.ts';
import { freshText, type Moment } from './fresh.ts';
import { context, escaped, fittingButtons, section } from './mrkdwn.ts';

/**
 * An alert's message: the number, its limit, and buttons to the records.
 *
 * @param parts for a rise of detractors: its breakdowns
 */
export function alertMessage(rule: Rule, standing: Standing, moment: Moment, parts: readonly RiseBy[] = []): Message {
  if (rule.kind === 'silence') return silenceMessage(rule, standing, moment);
  const { answer } = standing;
  const [kpi] = answer?.kpis ?? [];
  if (!answer || !kpi) return noDataMessage();
  const found = { answer, kpi, isBroken: standing.isBroken };
  if (rule.kind !== 'rise') return numberMessage(rule, standing, found, moment);
  if (!standing.rise) return noDataMessage();
  const { line, against } = riseText(answer, standing.rise);
  const said = [section(`*${escaped(line)}*\n${escaped(against)}`), ...risePartBlocks(parts)];
  return { text: escaped(`${line} ${against}`), blocks: [...said, ...footBlocks(found, moment)] };
}

const noDataMessage = (): Message => ({ text: text('alert.no_data'), blocks: [section(text('alert.no_data'))] });

interface Found {
  answer: Answer;
  kpi: KpiValue;
  isBroken: boolean | null;
}

function numberMessage(rule: NumberRule, standing: Standing, found: Found, moment: Moment): Message {
  const { answer, kpi } = found;
  const [low, high] = standing.limits.map((limit) => figureText(limit, kpi));
  const line = escaped(
    text('alert.number', {
      title: kpiTitle(kpi.id),
      subject: answer.subject,
      period: periodText(answer),
      value: valueText(kpi),
    }),
  );
  const limit = low
    ? text(`alert.limit.${rule.kind}`, { side: rule.side, low, high: high ?? low })
    : text('alert.no_limit');
  return {
    text: `${line} ${escaped(limit)}`,
    blocks: [section(`*${line}*\n${escaped(limit)}`), ...footBlocks(found, moment)],
  };
}

/** Whether the limit is broken, when that was checked, and buttons to the records. */
function footBlocks({ answer, kpi, isBroken }: Found, moment: Moment): KnownBlock[] {
  const state =
    isBroken === null ? text('alert.state.unknown') : text(isBroken ? 'alert.state.broken' : 'alert.state.kept');
  // Fixed days, so that next week the button still shows those that the alert was about.
  const days = { from: answer.period.from.toString(), through: answer.period.to.subtract({ days: 1 }).toString() };
  const question = { ...answer.question, period: { kind: 'between' as const, ...days } };
  const buttons = [
    { actionId: answerActions.explain, label: text('answer.button.explain'), value: JSON.stringify(question) },
    ...partButtons({ question, kpi: kpi.id, part: 'numerator', page: 0 }, null),
  ];
  const checked = text('alert.checked', { at: momentLabel(moment.now, moment.now, moment.zone) });
  return [context([state, checked, freshText(answer, moment)].join(' ')), ...fittingButtons('alert', buttons)];
}

function silenceMessage(
  { source, days }: Extract<Rule, { kind: 'silence' }>,
  standing: Standing,
  moment: Moment,
): Message {
  const { lastAt, isBroken, silentDays: silent = days } = standing;
  const values = {
    source: textIfAny(`answer.source.${source}`) ?? source,
    days,
    silent,
    at: lastAt ? momentLabel(lastAt, moment.now, moment.zone) : 'none',
  };
  const line = escaped(text(isBroken ? 'alert.silence.broken' : 'alert.silence.kept', values));
  return { text: line, blocks: [section(`*${line}*`)] };
}
