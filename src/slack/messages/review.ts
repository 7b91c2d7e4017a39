import type { Answer } from '../../kpi/answer.ts';
import type { Question } from '../../kpi/question.ts';
import { dayLabel } from '../../language/dates.ts';
import { figureText } from '../../language/figures.ts';
import { allOf } from '../../language/list.ts';
import { text } from '../../language/text.ts';
import type { JudgedGoal } from '../../reports/review/judged-goals.ts';
import type { Mover } from '../../reports/review/movers.ts';
import type { Outlook, Review, Trend } from '../../reports/review/review-of.ts';
import { shareReached, timesReached } from '../../targets/review.ts';
import type { TargetSpan } from '../../targets/target-span.ts';
import { headline, kpiText, type Message, notes, periodText } from './answer.ts';
import { freshText, type Moment } from './fresh.ts';
import { context, escaped, fittingButtons, section } from './mrkdwn.ts';
import { type PictureState, pictureBlocks } from './picture.ts';
import { proposalText, resultText } from './target-review.ts';

export interface ReviewReading extends Moment {
  picture: PictureState;
  /** The period to propose targets for; null: none are proposed to this reader. */
  next: TargetSpan | null;
}

const MOST_TRENDS = 20;
const MOST_GOALS = 15;
const LINES_A_SECTION = 10;

/** A review: the period, trends, targets, and what recent months show. */
export function reviewMessage(review: Review, reading: ReviewReading): Message {
  const { unit, summary, course, trends, goals, movers, isEmpty } = review;
  const title = text('review.title', { unit });
  if (isEmpty) {
    const about = { title, subject: summary.subject, period: periodText(summary) };
    const line = escaped(text('review.empty', about));
    return { text: line, blocks: [section(`*${line}*`), context(freshText(summary, reading))] };
  }
  const line = escaped(text('review.headline', { title, headline: headline(summary) }));
  const said = [
    `*${line}*`,
    summary.kpis.map((kpi) => kpiText(kpi)).join('\n'),
    [text('review.trend'), ...shortened(trends.map(trendText), MOST_TRENDS)].join('\n'),
    ...goalTexts(goals, review, reading),
    cycleText(review),
    moversText(movers, course),
    capacityText(review),
    outlookText(review.outlook, summary),
  ];
  return {
    text: line,
    blocks: [
      ...said.map(section),
      ...pictureBlocks(reading.picture),
      context([...notes(summary), freshText(summary, reading)].join('\n')),
    ],
  };
}

/** Only the part on products, which interests people outside sales, too. */
export function productsMessage(
  { answer, movers }: { answer: Answer; movers: readonly Mover[] },
  moment: Moment,
): Message {
  const month = dayLabel(answer.period.to.subtract({ days: 1 }), 'month', answer.calendar);
  const title = text('review.products.of', { subject: answer.subject, month });
  const count = (direction: Mover['direction']) => movers.filter((mover) => mover.direction === direction).length;
  const counted = text('review.products.count', { rising: count('rising'), falling: count('falling') });
  const line = escaped(text('review.products.headline', { title, counted }));
  return {
    text: line,
    blocks: [
      section(`*${line}*`),
      ...(movers.length ? [section(moversText(movers, answer))] : []),
      context(freshText(answer, moment)),
    ],
  };
}

export const PRODUCTS_SHARE = 'kpi.products.share';

/** `question`: whose review, and of when. */
export const shareProductsButton = (question: Question) =>
  fittingButtons('kpi.products', [
    { actionId: PRODUCTS_SHARE, label: text('answer.button.share'), value: JSON.stringify(question) },
  ]);

const trendText = ({ label, six, twelve }: Trend) =>
  text('review.trend.line', { label: escaped(label), six: changeOf(six), twelve: changeOf(twelve) });

function changeOf(share: number | null): string {
  if (share === null) return text('kpi.no_data');
  const size = Math.round(Math.abs(share) * 100) / 100;
  if (size === 0) return text('answer.change.same');
  const change = figureText(size, { unit: 'rate' });
  return text(share < 0 ? 'moved.less' : 'moved.more', { value: change });
}

function goalTexts(goals: Review['goals'], { unit, summary }: Review, { next }: ReviewReading): string[] {
  if (!goals) return [];
  if (goals.length === 0)
    return [text('review.goals.none', { unit, above: String(summary.kpis.some(({ target }) => target !== null)) })];
  const { currency, calendar = 'gregory' } = summary;
  const met = goals.filter(({ kpi, target, judged }) => judged && shareOf(kpi, target, judged.actual) >= 1).length;
  let proposes = false;
  const reached = ({ kpi, target, judged }: JudgedGoal) => (judged ? shareOf(kpi, target, judged.actual) : Infinity);
  // Worst first: that is what people look for.
  const worstFirst = [...goals].sort((one, other) => reached(one) - reached(other));
  const lines = worstFirst.map((goal) => {
    const { kpi, judged, setAlready } = goal;
    const result = [`• ${resultText(goal, { currency })}`];
    if (judged && judged.periods.length > 1) {
      const times = timesReached(judged.periods, kpi.better === 'down' ? 'down' : 'up');
      result.push(text('review.goals.reached', { reached: times, count: judged.periods.length, unit }));
    }
    const isChange = judged?.verdict.kind === 'raise' || judged?.verdict.kind === 'cut';
    if (judged && next && isChange && !setAlready) {
      result.push(proposalText(judged.verdict, kpi, { next, currency, calendar }));
      proposes = true;
    }
    return result.join(' ');
  });
  const shown = shortened(lines, MOST_GOALS, 'review.goals.more');
  const starts = shown.flatMap((_, index) => (index % LINES_A_SECTION === 0 ? [index] : []));
  return [
    text('review.goals', { met, count: goals.length }),
    ...starts.map((start) => shown.slice(start, start + LINES_A_SECTION).join('\n')),
    ...(proposes ? [text('review.goals.proposals')] : []),
  ];
}

const shareOf = ({ better }: JudgedGoal['kpi'], target: number, actual: number) =>
  better === 'neither' ? 0 : shareReached({ target, actual }, better);

function cycleText({ cycle: { own, benchmark } }: Review): string {
  if (own?.median == null || benchmark?.median == null) return text('review.cycle.none');
  const [days, usual] = [figureText(own.median, own), figureText(benchmark.median, benchmark)];
  const how = days === usual ? 'same' : Number(own.median) > Number(benchmark.median) ? 'longer' : 'shorter';
  return text('review.cycle', { count: Number(own.denominator ?? 0), own: days, benchmark: usual, how });
}

function moversText(movers: readonly Mover[], { currency }: Pick<Answer, 'currency'>): string {
  if (movers.length === 0) return text('review.products.none');
  const lines = movers.map(({ label, direction, months }) => {
    const money = months.map((value) => figureText(value, { unit: 'money', currency }));
    return text('review.products.line', { direction, product: escaped(label), months: money.join(' → ') });
  });
  return [text('review.products'), ...shortened(lines, MOST_TRENDS)].join('\n');
}

function capacityText({ capacity }: Review): string {
  if (!capacity) return text('review.capacity.none');
  const what = allOf(capacity.rising.map((name) => text(`review.capacity.${name}`)));
  return text('review.capacity', { what, isSlower: capacity.rising.includes('response') ? 'yes' : 'no' });
}

function outlookText({ soFar, left, months, range }: Outlook, { currency, period, calendar }: Answer): string {
  const money = (value: number) => figureText(value, { unit: 'money', currency });
  if (left === 0) return text('review.outlook.over', { soFar: money(soFar) });
  if (!range) return text('review.outlook.few', { months });
  const [low, high] = [outwards(range.low, range.high, Math.floor), outwards(range.high, range.high, Math.ceil)];
  const until = dayLabel(period.to.subtract({ days: 1 }), 'month', calendar);
  return text('review.outlook', { low: money(low), high: money(high), soFar: money(soFar), until, left, months });
}

/** Rounds to three digits of the larger end, never inwards: nobody can foresee cents. */
function outwards(value: number, largest: number, round: (value: number) => number): number {
  if (largest === 0) return value;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(largest))) - 2);
  return Number((round(value / step) * step).toPrecision(12));
}

const shortened = (
  lines: readonly string[],
  most: number,
  more: 'answer.more' | 'review.goals.more' = 'answer.more',
): string[] => [...lines.slice(0, most), ...(lines.length > most ? [text(more, { count: lines.length - most })] : [])];
