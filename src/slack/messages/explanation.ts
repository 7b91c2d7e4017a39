import type { Answer } from '../../kpi/answer.ts';
import { knownKpi } from '../../kpi/evaluate.ts';
import { explanationOf, sideName as nameOf } from '../../kpi/explanation.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { makingsOf } from '../../kpi/makings.ts';
import type { Question } from '../../kpi/question.ts';
import type { RecordsView } from '../../kpi/question-schema.ts';
import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { freshText, type Moment } from './fresh.ts';
import { type ButtonSpec, clipped, context, escaped, fittingButtons, section } from './mrkdwn.ts';

/**
 * The buttons' action ids. Their values are the question, for `choose` with one of its KPIs, and for records a
 * `RecordsView`.
 */
export const explainActions = {
  /** One for each KPI of an answer with several. */
  choose: Array.from({ length: 20 }, (_, index) => `kpi.explain.${index}`),
  one: 'kpi.explain.one',
  others: 'kpi.explain.others',
  back: 'kpi.back',
  numerator: 'kpi.records.numerator',
  denominator: 'kpi.records.denominator',
  leftOut: 'kpi.records.left_out',
  previous: 'kpi.records.previous',
  next: 'kpi.records.next',
  csv: 'kpi.records.csv',
} as const;

const LABEL_LIMIT = 75;

/**
 * Explains one number, with buttons for the records behind it. `answer` has that KPI only; `question` is the one it was
 * asked in.
 */
export function explanationMessage(answer: Answer, question: Question, moment: Moment): Message {
  const [kpi] = answer.kpis;
  if (!kpi) throw new Error('there is no number to explain');
  const { head, about, meaning, formula, numbers, groups, period, compared, leftOut, goal } = explanationOf(
    answer,
    kpi,
    moment,
  );
  const [made, ...more] = numbers;
  const lines = [meaning, formula, `*${made}*`, ...more];
  const circumstances = [period, compared, ...leftOut, goal].filter(Boolean);
  return {
    text: escaped(`${head}. ${about}. ${made}`),
    blocks: [
      section(`*${escaped(head)}*\n${escaped(about)}`),
      section(escaped(lines.join('\n'))),
      ...(groups.length ? [section(escaped(groups.join('\n')))] : []),
      section(escaped(circumstances.join('\n'))),
      context(freshText(answer, moment)),
      ...fittingButtons('kpi.explanation', [
        ...partButtons({ question, kpi: kpi.id, part: 'numerator', page: 0 }, null),
        ...(question.kpis.join() === kpi.id
          ? []
          : [{ actionId: explainActions.others, label: text('explain.others'), value: JSON.stringify(question) }]),
        { actionId: explainActions.back, label: text('explain.back'), value: JSON.stringify(question) },
      ]),
    ],
  };
}

/** A button for each side of the value that has records, except the one shown. */
export function partButtons(view: RecordsView, shown: RecordsView['part'] | null): ButtonSpec[] {
  const kpi = knownKpi(view.kpi);
  const makings = makingsOf(kpi, knownKpi);
  const sides = [
    ...(['numerator', 'denominator'] as const).flatMap((part) => {
      const measure = makings[part]?.measure;
      return measure ? [{ part, label: text('records.button.show', { name: sideName(view.kpi, part) }) }] : [];
    }),
    ...(kpi.leftOut?.length ? [{ part: 'leftOut' as const, label: text('records.button.left_out') }] : []),
  ];
  return sides
    .filter(({ part }) => part !== shown)
    .map(({ part, label }) => ({
      actionId: explainActions[part],
      label: clipped(label, LABEL_LIMIT),
      value: JSON.stringify({ ...view, part, page: 0 }),
    }));
}

/** The name for a side's records. */
export const sideName = (kpi: string, part: RecordsView['part']): string =>
  part === 'leftOut' ? text('records.left_out') : nameOf(kpi, part);

/** Asks which of several numbers is meant. */
export function whichMessage({ question, kpis, subject }: Answer): Message {
  const specs = kpis.flatMap(({ id }, index): ButtonSpec[] => {
    const actionId = explainActions.choose[index];
    const value = JSON.stringify({ question, kpi: id });
    return actionId ? [{ actionId, label: kpiTitle(id), value }] : [];
  });
  const line = escaped(text('explain.which', { subject }));
  const back = { actionId: explainActions.back, label: text('explain.back'), value: JSON.stringify(question) };
  return {
    text: line,
    blocks: [section(line), ...fittingButtons('kpi.which', specs), ...fittingButtons('kpi.which.back', [back])],
  };
}
