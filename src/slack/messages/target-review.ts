import type { Kpi } from '../../kpi/definition.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { spanLabel } from '../../language/dates.ts';
import { figureText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import { type ReviewedPeriod, shareReached, type Verdict } from '../../targets/review.ts';
import type { TargetRow } from '../../targets/storage.ts';
import type { TargetSpan } from '../../targets/target-span.ts';
import type { Message } from './answer.ts';
import { buttons, context, escaped, section } from './mrkdwn.ts';
import { targetActions } from './targets.ts';

/** A person's goal that is over, and what to do about the next. */
export interface ReviewedGoal {
  name: string;
  kpi: Kpi;
  last: ReviewedPeriod;
  verdict: Verdict;
  /** The goal that is set for the next period already. */
  setAlready: Pick<TargetRow, 'value' | 'currency'> | null;
  /** The words that set what is proposed. */
  setWords: string;
}

export interface Reviewing {
  span: TargetSpan;
  next: TargetSpan;
  /** The workspace's. */
  currency: string;
  /** The words that ask for this review again. */
  words: string;
}

/** Slack takes 50 blocks; a proposal takes two, and what is kept is told in lines. */
const MOST_PROPOSALS = 20;
const MOST_KEPT = 30;
const LINES_A_SECTION = 10;

/** How far each goal was reached; what is proposed comes first, with its reason and a button. */
export function reviewMessage(goals: readonly ReviewedGoal[], reviewing: Reviewing): Message {
  const isProposed = ({ verdict, setAlready }: ReviewedGoal) =>
    !setAlready && (verdict.kind === 'raise' || verdict.kind === 'cut');
  const proposals = goals.filter(isProposed);
  const kept = goals.filter((goal) => !isProposed(goal));
  const keptLines = kept
    .slice(0, MOST_KEPT)
    .map((goal) => `• ${resultText(goal, reviewing)} ${keepText(goal, reviewing)}`);
  const left = Math.max(0, proposals.length - MOST_PROPOSALS) + Math.max(0, kept.length - MOST_KEPT);
  const title = text('target.review', { span: spanLabel(reviewing.span) });
  const count = text('target.review.count', { count: proposals.length, span: spanLabel(reviewing.next) });
  return {
    text: `${title} ${count}`,
    blocks: [
      section(`*${title}* ${count}`),
      ...proposals.slice(0, MOST_PROPOSALS).flatMap((goal, index) => [
        section(`${resultText(goal, reviewing)}\n${proposalText(goal, reviewing)}`),
        buttons(`target.review.${index}`, [
          {
            actionId: targetActions.setProposed,
            label: text('target.button.set'),
            value: `${goal.setWords}\n${reviewing.words}`,
          },
        ]),
      ]),
      ...inSections(keptLines),
      ...(left > 0 ? [context(text('target.review.more', { count: left }))] : []),
      context(text('target.review.rule')),
    ],
  };
}

function resultText({ name, kpi, last }: ReviewedGoal, { currency }: Reviewing): string {
  const share = kpi.better === 'neither' ? 0 : shareReached(last, kpi.better);
  return text('target.review.result', {
    ...{ name: escaped(name), kpi: kpiTitle(kpi.id) },
    actual: written(last.actual, kpi, currency),
    target: written(last.target, kpi, currency),
    share: Number.isFinite(share) ? figureText(Math.floor(share * 100) / 100, { unit: 'rate' }) : '–',
  });
}

function proposalText({ kpi, verdict, last }: ReviewedGoal, { next, currency }: Reviewing): string {
  const { kind, value, count, over, under } = verdict;
  const words = {
    span: spanLabel(next),
    value: written(value, kpi, currency),
    target: written(last.target, kpi, currency),
  };
  const reason = kind === 'raise' ? { times: over } : { times: under };
  return text(`target.review.${kind === 'raise' ? 'raise' : 'cut'}`, { ...words, ...reason, count, unit: next.unit });
}

function keepText({ kpi, verdict, setAlready }: ReviewedGoal, { next, currency }: Reviewing): string {
  const span = spanLabel(next);
  if (setAlready) {
    const value = figureText(setAlready.value, { unit: kpi.unit, currency: setAlready.currency ?? currency });
    return text('target.review.set', { span, value });
  }
  return verdict.kind === 'few'
    ? text('target.review.few', { count: verdict.count, unit: next.unit })
    : text('target.review.keep');
}

const written = (value: number, { unit }: Kpi, currency: string) => figureText(value, { unit, currency });

function inSections(lines: readonly string[]) {
  const starts = lines.flatMap((_, index) => (index % LINES_A_SECTION === 0 ? [index] : []));
  return starts.map((start) => section(lines.slice(start, start + LINES_A_SECTION).join('\n')));
}
