import type { Kpi } from '../../kpi/definition.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { type Calendar, spanLabel } from '../../language/dates.ts';
import { figureText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { JudgedGoal } from '../../reports/review/judged-goals.ts';
import { shareReached, type Verdict } from '../../targets/review.ts';
import type { TargetSpan } from '../../targets/target-span.ts';
import type { Message } from './answer.ts';
import { buttons, context, escaped, section } from './mrkdwn.ts';
import { targetActions } from './targets.ts';

/** A person's past goal, and what to do about the next one. */
export interface ReviewedGoal extends Omit<JudgedGoal, 'memberId' | 'judged'> {
  judged: Judged | null;
}

interface Judged {
  actual: number;
  verdict: Verdict;
  /** The words that set the proposed goal. */
  setWords: string;
}

export interface Reviewing {
  span: TargetSpan;
  next: TargetSpan;
  /** If so, nothing is proposed for it. */
  isNextOver: boolean;
  /** The workspace's, like `calendar`. */
  currency: string;
  calendar: Calendar;
  /** The words that show this review again. */
  words: string;
}

/** Slack allows 50 blocks: a proposal takes two, and goals to keep share sections. */
const MOST_PROPOSALS = 20;
const MOST_KEPT = 30;
const LINES_A_SECTION = 10;

/** How far each goal was reached. Proposals come first, each with its reason and a button. */
export function reviewMessage(goals: readonly ReviewedGoal[], reviewing: Reviewing): Message {
  const proposals = reviewing.isNextOver ? [] : goals.flatMap((goal) => proposedIn(goal) ?? []);
  const kept = reviewing.isNextOver ? goals : goals.filter((goal) => !proposedIn(goal));
  const shown = kept.slice(0, MOST_KEPT);
  const [settled, open] = [true, false].map((isSettled) =>
    shown.filter(({ setAlready }) => (setAlready !== null && !reviewing.isNextOver) === isSettled),
  ) as [ReviewedGoal[], ReviewedGoal[]];
  const line = (goal: ReviewedGoal) => `• ${resultText(goal, reviewing)} ${keepText(goal, reviewing)}`.trimEnd();
  const left = Math.max(0, proposals.length - MOST_PROPOSALS) + Math.max(0, kept.length - MOST_KEPT);
  const title = text('target.review', { span: spanLabel(reviewing.span, reviewing.calendar) });
  const span = spanLabel(reviewing.next, reviewing.calendar);
  const next = { count: proposals.length, span };
  const setAlready = settled.length ? [text('target.review.set', { span, count: settled.length })] : [];
  const count = text(reviewing.isNextOver ? 'target.review.next_over' : 'target.review.count', next);
  return {
    text: `${title} ${count}`,
    blocks: [
      section(`*${title}* ${count}`),
      ...proposals.slice(0, MOST_PROPOSALS).flatMap((goal, index) => [
        section(`${resultText(goal, reviewing)}\n${proposalText(goal.judged.verdict, goal.kpi, reviewing)}`),
        buttons(`target.review.${index}`, [
          {
            actionId: targetActions.setProposed,
            label: text('target.button.set'),
            value: `${goal.judged.setWords}\n${reviewing.words}`,
          },
        ]),
      ]),
      ...inSections(open.map(line)),
      ...inSections([...setAlready, ...settled.map(line)]),
      ...(left > 0 ? [context(text('target.review.more', { count: left }))] : []),
      context(text('target.review.rule')),
    ],
  };
}

function proposedIn(goal: ReviewedGoal): (ReviewedGoal & { judged: Judged }) | null {
  const { judged, setAlready } = goal;
  const isChange = judged?.verdict.kind === 'raise' || judged?.verdict.kind === 'cut';
  return judged && isChange && !setAlready ? { ...goal, judged } : null;
}

/** How far a goal was reached: "*Anna* · Revenue: $20,000 of $40,000 (50 %)." */
export function resultText(
  { name, kpi, target, judged }: Pick<ReviewedGoal, 'name' | 'kpi' | 'target'> & { judged: { actual: number } | null },
  { currency }: Pick<Reviewing, 'currency'>,
): string {
  const said = { name: escaped(name), kpi: kpiTitle(kpi.id), target: written(target, kpi, currency) };
  if (!judged) return text('target.review.no_data', said);
  const { actual } = judged;
  const share = kpi.better === 'neither' ? 0 : shareReached({ target, actual }, kpi.better);
  return text('target.review.result', {
    ...said,
    actual: written(actual, kpi, currency),
    share: Number.isFinite(share) ? figureText(share, { unit: 'rate' }) : '–',
  });
}

/** The proposal for the next period, with its reason. */
export function proposalText(
  { kind, value, count, over, under }: Verdict,
  kpi: Kpi,
  { next, currency, calendar }: Pick<Reviewing, 'next' | 'currency' | 'calendar'>,
): string {
  const words = { span: spanLabel(next, calendar), value: written(value, kpi, currency) };
  const reason = kind === 'raise' ? { times: over } : { times: under };
  return text(`target.review.${kind === 'raise' ? 'raise' : 'cut'}`, { ...words, ...reason, count, unit: next.unit });
}

/** For a goal without a proposal: the next period's goal if it is set and differs, else why nothing is proposed. */
function keepText(
  { kpi, target, judged, setAlready }: ReviewedGoal,
  { next, isNextOver, currency }: Reviewing,
): string {
  if (isNextOver) return '';
  if (setAlready) {
    const value = figureText(setAlready.value, { unit: kpi.unit, currency: setAlready.currency ?? currency });
    return value === written(target, kpi, currency) ? '' : text('target.review.then', { value });
  }
  if (!judged) return '';
  return judged.verdict.kind === 'few'
    ? text('target.review.few', { count: judged.verdict.count, unit: next.unit })
    : text('target.review.keep');
}

const written = (value: number, { unit }: Kpi, currency: string) => figureText(value, { unit, currency });

function inSections(lines: readonly string[]) {
  const starts = lines.flatMap((_, index) => (index % LINES_A_SECTION === 0 ? [index] : []));
  return starts.map((start) => section(lines.slice(start, start + LINES_A_SECTION).join('\n')));
}
