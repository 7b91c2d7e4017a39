import { Temporal } from 'temporal-polyfill';
import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { catalogue } from '../../kpi/catalogue/index.ts';
import { knownKpi } from '../../kpi/evaluate.ts';
import type { Records, ValueRecord } from '../../kpi/explain.ts';
import { explanationOf, partUnit } from '../../kpi/explanation.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import type { RecordsView } from '../../kpi/question-schema.ts';
import { csvOf } from '../../language/csv.ts';
import { dayAndMonth, dayLabel } from '../../language/dates.ts';
import { figureText, numberText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { explainActions, partButtons, sideName } from './explanation.ts';
import type { Moment } from './fresh.ts';
import { type ButtonSpec, clipped, context, escaped, fittingButtons, section } from './mrkdwn.ts';
import type { PictureState } from './picture.ts';

export interface Listed {
  /** What does not fit into a file, in words. */
  cut?: string;
  /** Has only the KPI whose records these are. */
  answer: Answer;
  view: RecordsView;
  /** Null: this side is not made of records. */
  records: Records | null;
}

/** Characters for each record, so that a page fits two sections. */
const LINE_LIMIT = 500;
const IN_A_SECTION = 5;

/** A page of the records behind a number, with buttons for the other pages and sides. */
export function recordsMessage(listed: Listed, moment: Moment, file: PictureState = { kind: 'none' }): Message {
  const { answer, view, records } = listed;
  const [kpi] = answer.kpis;
  if (!kpi) throw new Error('there is no number whose records to list');
  const title = kpiTitle(kpi.id);
  const name = sideName(kpi.id, view.part);
  const head = text('records.head', { title, value: figureText(kpi.value, kpi), name });
  const lines = recordLines(listed, kpi).map((line) => clipped(escaped(line), LINE_LIMIT));
  const summary = records ? summaryLines(records, kpi, view.part) : [noRecordsText(kpi.id)];
  const sections = Array.from({ length: Math.ceil(lines.length / IN_A_SECTION) }, (_, index) =>
    section(lines.slice(index * IN_A_SECTION, (index + 1) * IN_A_SECTION).join('\n')),
  );
  return {
    text: escaped(`${head}. ${summary.join(' ')}`),
    blocks: [
      section(`*${escaped(head)}*\n${escaped(explanationOf(answer, kpi, moment).about)}`),
      ...sections,
      context(escaped(summary.join(' ')) + fileNote(file, listed.cut)),
      ...fittingButtons('kpi.records.pages', pageButtons(view, records)),
      ...fittingButtons('kpi.records.of', records ? [] : factorButtons(view)),
      ...fittingButtons('kpi.records.sides', [
        ...partButtons(view, view.part),
        {
          actionId: explainActions.one,
          label: text('records.button.explain'),
          value: JSON.stringify({ question: view.question, kpi: view.kpi }),
        },
      ]),
    ],
  };
}

/** Why a side has no records; for a product of other numbers, that those have them. */
function noRecordsText(id: string): string {
  const title = kpiTitle(id);
  const { kind } = knownKpi(id).formula;
  if (kind === 'published') return text('records.published');
  return text(kind === 'product' ? 'records.of_others' : 'records.no_records', { title });
}

/** Buttons to explain the numbers that this number is the product of. */
function factorButtons({ kpi, question }: RecordsView): ButtonSpec[] {
  const { formula } = knownKpi(kpi);
  if (formula.kind !== 'product') return [];
  const factors = [...formula.of, formula.over].flatMap((factor) =>
    catalogue.filter((each) => each.formula === factor.formula),
  );
  return factors.flatMap(({ id }, index): ButtonSpec[] => {
    const actionId = explainActions.choose[index];
    const value = JSON.stringify({ question: { ...question, kpis: [id] }, kpi: id });
    return actionId ? [{ actionId, label: kpiTitle(id), value }] : [];
  });
}

function fileNote(file: PictureState, cut = ''): string {
  if (file.kind === 'sent') return `\n${text('records.csv_sent', { url: file.url })} ${cut}`.trimEnd();
  return file.kind === 'none' ? '' : `\n${text('records.csv_failed')}`;
}

/** The place in the list, what all records add up to, and how many belong to others. */
export function summaryLines(
  { records, shown, hidden, sum, page, pageSize, measure }: Records,
  kpi: KpiValue,
  part: RecordsView['part'],
): string[] {
  const from = page * pageSize + 1;
  const place = text('records.place', { from, through: from + records.length - 1, count: shown });
  const isSum = measure?.takes.kind === 'sum' && part !== 'leftOut' && sum !== null;
  return [
    shown ? `${place}.` : text(hidden ? 'records.none_yours' : 'records.none'),
    ...(isSum ? [text('records.sum', { value: writtenAs(kpi, part, sum) })] : []),
    ...(hidden ? [text('records.hidden', { count: hidden })] : []),
  ];
}

const writtenAs = (kpi: KpiValue, part: 'numerator' | 'denominator', figure: number | string) =>
  figureText(figure, { unit: partUnit(kpi, part), currency: kpi.currency ?? 'USD' });

/** One line for each record: its day, what it is, whose, what happened, and what it adds. Not escaped yet. */
export function recordLines(
  { view: { part }, records, answer }: Pick<Listed, 'records' | 'answer'> & { view: Pick<RecordsView, 'part'> },
  kpi: KpiValue,
): string[] {
  return (records?.records ?? []).map((record) => {
    const customer = record.customer && !record.name.includes(record.customer) ? ` (${record.customer})` : '';
    const adds = part === 'leftOut' || records?.measure?.takes.kind !== 'sum' ? null : addsText(record, part);
    const parts = [
      dayLabel(Temporal.PlainDate.from(record.day), 'day', answer.calendar),
      `${record.name}${customer}`,
      record.owner ? text('records.by', { owner: record.owner }) : '',
      record.why,
      adds ?? ownAmount(record),
      record.reason ? text(`records.reason.${record.reason}`) : '',
    ];
    return parts.filter(Boolean).join(' · ');
  });

  /** The amount, what it is multiplied by, and the result, as an equation only if it holds. */
  function addsText({ amount, rate, adds }: ValueRecord, side: 'numerator' | 'denominator'): string {
    const unit = partUnit(kpi, side);
    const value = figureText(adds, { unit, currency: answer.currency });
    if (!amount || unit !== 'money') return value;
    const converted = Number(amount.value) * Number(rate?.value ?? 1);
    const share = converted === 0 ? 1 : Number(adds) / converted;
    const isWhole = Math.abs(share - 1) < 1e-6;
    if (isWhole && !rate) return value;
    const made = [figureText(amount.value, { unit, currency: amount.currency }), ...(rate ? [rateText(rate)] : [])];
    if (isWhole) return text('records.made', { made: made.join(' × '), value });
    if (records?.measure?.joins?.includes('stage')) {
      const probability = text('records.probability', { share: figureText(share, { unit: 'rate' }) });
      return text('records.made', { made: [...made, probability].join(' × '), value });
    }
    const whole = figureText(converted, { unit, currency: answer.currency });
    const amountText = rate ? text('records.made', { made: made.join(' × '), value: whole }) : whole;
    return text('records.counts_as', { amount: amountText, value, name: sideName(kpi.id, side) });
  }

  function rateText({ value, day }: NonNullable<ValueRecord['rate']>): string {
    const on = dayAndMonth(Temporal.PlainDate.from(day), answer.calendar);
    return text('records.rate', { rate: numberText(Number(value), 6), day: on });
  }
}

const ownAmount = ({ amount }: ValueRecord) =>
  amount ? figureText(amount.value, { unit: 'money', currency: amount.currency }) : '';

function pageButtons(view: RecordsView, records: Records | null): ButtonSpec[] {
  if (!records?.shown) return [];
  const { page, pageSize, shown } = records;
  const button = (action: 'previous' | 'next' | 'csv', to: number): ButtonSpec => ({
    actionId: explainActions[action],
    label: text(`records.button.${action}`),
    value: JSON.stringify({ ...view, page: to }),
  });
  return [
    ...(page > 0 ? [button('previous', page - 1)] : []),
    ...((page + 1) * pageSize < shown ? [button('next', page + 1)] : []),
    button('csv', page),
  ];
}

/** Nobody reads a longer list. */
export const MOST_IN_A_FILE = 10_000;

/** Says that a file cannot hold the whole list; empty if it can. */
export const cutText = (count: number, most = MOST_IN_A_FILE): string =>
  count > most ? text('records.csv_cut', { most, count }) : '';

const columns = [
  'side',
  'reason',
  'day',
  'kind',
  'name',
  'customer',
  'owner',
  'why',
  'amount',
  'currency',
  'rate',
  'rate_day',
  'adds',
] as const;

/** All records of one or more sides as a file for spreadsheets. */
export const recordsCsv = (sides: readonly { name: string; records: readonly ValueRecord[] }[]): string =>
  csvOf([
    columns.map((column) => text(`records.csv.${column}`)),
    ...sides.flatMap(({ name: side, records }) =>
      records.map(({ reason, day, kind, name, customer, owner, why, amount, rate, adds }) => [
        side,
        reason && text(`records.reason.${reason}`),
        day,
        kind,
        name,
        customer,
        owner,
        why,
        amount && Number(amount.value),
        amount?.currency ?? null,
        rate && Number(rate.value),
        rate?.day ?? null,
        Number(adds),
      ]),
    ),
  ]);
