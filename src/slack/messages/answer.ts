import type { KnownBlock } from '@slack/types';
import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { kpiTitle, titlesIn } from '../../kpi/labels.ts';
import type { Moved } from '../../kpi/moved/moved.ts';
import { recordsBeginNotes } from '../../kpi/records-begin.ts';
import { spanLabel } from '../../language/dates.ts';
import { figureText, valueText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import { answerButtons } from './answer-buttons.ts';
import { groupLines } from './answer-groups.ts';
import { heatLines, isHeat } from './answer-heat.ts';
import { changeText, directionText } from './change.ts';
import { freshText, type Moment } from './fresh.ts';
import { leftOutLines } from './left-out.ts';
import { movedText } from './moved.ts';
import { context, escaped, section } from './mrkdwn.ts';
import { whyNoData } from './no-data.ts';
import { goalFigure, isRoundedUp, statusText, targetText } from './pace.ts';
import { partsText } from './parts.ts';
import { hasChart, type PictureState, pictureBlocks } from './picture.ts';

export interface Message {
  /** The whole answer in a line: shown in notifications and read by screen readers. */
  text: string;
  blocks: KnownBlock[];
}

export interface Reading extends Moment {
  picture: PictureState;
  /** Whether the message is private, and so can have buttons that change it. */
  isPrivate: boolean;
  /** Whether it can be shared to the channel it is in. */
  canShare: boolean;
  /** The id of the person shown, if the reader may see their 1:1 sheet. */
  sheetOf?: string | null;
  /** What moved, one sentence each, below the numbers. */
  moved?: readonly Moved[];
  /** Whether the reader is a rep asking about themselves, and so sees no other person's row. */
  isOwnRow?: boolean;
}

/** Slack allows 50 blocks; the headline, what moved, a picture's numbers, notes and buttons need a dozen. */
const MOST_KPIS = 36;

/**
 * The answer's message: a headline that can stand alone, each KPI with its change and target, the chart, and how fresh
 * it is.
 */
export function answerMessage(answer: Answer, reading: Reading): Message {
  if (answer.nothingRecorded) return nothingMessage(answer, reading);
  const line = escaped(headline(answer));
  const blocks: KnownBlock[] = [section(`*${line}*`)];
  const kpis = answer.kpis.slice(0, MOST_KPIS);
  const heat = isHeat(answer);
  if (answer.groups.length && !heat) blocks.push(...groupLines({ ...answer, kpis }).map(section));
  else if (!heat) blocks.push(...kpis.map((kpi) => section(kpiText(kpi, titlesIn(kpis).titleOf(kpi.id)))));
  const rest = answer.kpis.length - kpis.length;
  if (rest) blocks.push(section(text('answer.more_kpis', { count: rest })));
  const moved = movedLines(answer, reading.moved);
  if (moved) blocks.push(section(moved));
  blocks.push(...pictureBlocks(reading.picture));
  // The words for a heat map are long, so they follow the picture that shows it at a glance.
  if (heat) blocks.push(...heatLines(answer, reading.isPrivate && hasChart(reading.picture)).map(section));
  blocks.push(context([...notes(answer, reading.isOwnRow), freshText(answer, reading)].join('\n')));
  if (reading.isPrivate) blocks.push(...answerButtons(answer, reading));
  return { text: [line, ...recordsBeginNotes(answer)].join(' '), blocks };
}

/**
 * What moved. For a "why" question it first says whether the number is up or down, as the person may assume otherwise,
 * and says so if there is no reason to give. Empty if there is nothing to say.
 */
export function movedLines(
  { question, calendar, nothingRecorded, kpis }: Answer,
  moved: readonly Moved[] = [],
): string {
  if (!question.why || nothingRecorded) return movedText(moved, calendar);
  const isOwed = question.by.length === 0 && moved.length === 0;
  const reasons = isOwed ? text('moved.nothing') : movedText(moved, calendar);
  return [...kpis.map(directionText), reasons].filter(Boolean).join('\n');
}

/** As many figures as people can hear and remember; those without data appear only in the list below. */
const IN_A_LINE = 3;

/** The answer in one line of words. */
export function headline(answer: Answer): string {
  if (answer.nothingRecorded) return text('answer.nothing', { subject: answer.subject });
  const { areAttainments, titleOf } = titlesIn(answer.kpis);
  const known = answer.kpis.filter(({ value }) => value !== null);
  const figures = (known.length ? known : answer.kpis).slice(0, IN_A_LINE).map((kpi) => {
    const values = {
      title: titleOf(kpi.id),
      value: wordOf(kpi),
      target: goalFigure(kpi),
      status: statusText(kpi),
    };
    if (kpi.target === null) return text('answer.figure', values);
    if (kpi.unit !== 'count' && kpi.unit !== 'money') return text('answer.figure_and_target', values);
    return text(values.status ? 'answer.figure_of_target_status' : 'answer.figure_of_target', values);
  });
  const told = { subject: answer.subject, period: periodText(answer), figures: figures.join('; ') };
  return text(areAttainments ? 'answer.headline.attainment' : 'answer.headline', told);
}

const wordOf = (kpi: KpiValue) => (kpi.value === null && kpi.unit !== 'odds' ? text('answer.no_data') : valueText(kpi));

export function periodText({ period, calendar }: Answer): string {
  const span = spanLabel(period, calendar);
  return period.running ? text('answer.running', { span }) : span;
}

/** One number with its parts, its change and its target. */
export function kpiText(kpi: KpiValue, title = kpiTitle(kpi.id)): string {
  const change = changeText(kpi, findKpi(kpi.id)?.better ?? 'neither');
  const median =
    kpi.median === undefined || kpi.median === null
      ? ''
      : text('answer.median', { value: figureText(kpi.median, kpi) });
  const first = [`*${title}*  ${valueText(kpi)}`, partsText(kpi), loyaltyText(kpi), median, change]
    .filter(Boolean)
    .join(' · ');
  return [first, targetText(kpi)].filter(Boolean).join('\n');
}

/** How many promoters, passives and detractors an NPS is made of. */
function loyaltyText({ loyalty }: KpiValue): string {
  return loyalty ? text('answer.loyalty', { ...loyalty }) : '';
}

/** What was left out, what the numbers are compared with, and whether the comparison period is fully recorded. */
export function notes(answer: Answer, isOwnRow = false): string[] {
  const overlaps = answer.question.by.includes('product') && answer.kpis.some(({ unit }) => unit === 'count');
  const isAlone = isOwnRow && answer.question.by.includes('rep');
  const compared = answer.kpis.some(({ previous, recordsBegin }) => previous !== null && !recordsBegin);
  return [
    ...inPlaceText(answer),
    ...whyNoData(answer),
    ...leftOutLines(answer.kpis),
    ...(isAlone ? [text('answer.alone', { subject: escaped(answer.subject) })] : []),
    ...(answer.groups.some((group) => group.kpis.some(isRoundedUp)) ? [text('answer.whole_goals')] : []),
    ...(overlaps ? [text('answer.overlap')] : []),
    ...(compared ? [comparedText(answer)] : []),
    ...recordsBeginNotes(answer),
  ];
}

/** Says that another number is shown than the one asked for. */
export const inPlaceText = ({ inPlaceOf, kpis: [shown] }: Answer): string[] =>
  inPlaceOf && shown ? [text('answer.in_place_of', { wanted: kpiTitle(inPlaceOf), shown: kpiTitle(shown.id) })] : [];

/** What the numbers are compared with. */
export const comparedText = ({ question, comparison, calendar }: Answer): string =>
  text(question.against ? 'answer.compared_year' : 'answer.compared', { span: spanLabel(comparison, calendar) });

function nothingMessage(answer: Answer, moment: Moment): Message {
  const line = escaped(headline(answer));
  const how = text('answer.nothing_how');
  return {
    text: `${line} ${how}`,
    blocks: [section(`*${line}*\n${how}`), context(freshText(answer, moment))],
  };
}
