import { kpiTitle } from '../../kpi/labels.ts';
import { momentLabel } from '../../language/dates.ts';
import { figureText, valueText } from '../../language/figures.ts';
import { text, textIfAny } from '../../language/text.ts';
import type { Rule, Standing } from '../../reports/alerts.ts';
import { type Message, periodText } from './answer.ts';
import { answerActions } from './answer-buttons.ts';
import { partButtons } from './explanation.ts';
import { freshText, type Moment } from './fresh.ts';
import { context, escaped, fittingButtons, section } from './mrkdwn.ts';

/** What an alert has to say: the number, its limit, and the way to the records. */
export function alertMessage(rule: Rule, standing: Standing, moment: Moment): Message {
  return rule.kind === 'silence' ? silenceMessage(rule, standing, moment) : numberMessage(rule, standing, moment);
}

function numberMessage(rule: Exclude<Rule, { kind: 'silence' }>, standing: Standing, moment: Moment): Message {
  const { answer, isBroken } = standing;
  const [kpi] = answer?.kpis ?? [];
  if (!answer || !kpi) return { text: text('alert.no_data'), blocks: [section(text('alert.no_data'))] };
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
  const state =
    isBroken === null ? text('alert.state.unknown') : text(isBroken ? 'alert.state.broken' : 'alert.state.kept');
  // The days are fixed: next week the button still shows those that the alert was about.
  const days = { from: answer.period.from.toString(), through: answer.period.to.subtract({ days: 1 }).toString() };
  const question = { ...answer.question, period: { kind: 'between' as const, ...days } };
  const buttons = [
    { actionId: answerActions.explain, label: text('answer.button.explain'), value: JSON.stringify(question) },
    ...partButtons({ question, kpi: kpi.id, part: 'numerator', page: 0 }, null),
  ];
  return {
    text: `${line} ${escaped(limit)}`,
    blocks: [
      section(`*${line}*\n${escaped(limit)}`),
      context(
        [
          state,
          text('alert.checked', { at: momentLabel(moment.now, moment.now, moment.zone) }),
          freshText(answer, moment),
        ].join(' '),
      ),
      ...fittingButtons('alert', buttons),
    ],
  };
}

function silenceMessage(
  { source, days }: Extract<Rule, { kind: 'silence' }>,
  standing: Standing,
  moment: Moment,
): Message {
  const { lastAt, isBroken } = standing;
  const values = {
    source: textIfAny(`answer.source.${source}`) ?? source,
    days,
    at: lastAt ? momentLabel(lastAt, moment.now, moment.zone) : 'none',
  };
  const line = escaped(text(isBroken ? 'alert.silence.broken' : 'alert.silence.kept', values));
  return { text: line, blocks: [section(`*${line}*`)] };
}
