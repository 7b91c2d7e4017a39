import type { Answer } from '../../kpi/answer.ts';
import type { Dimension } from '../../kpi/question.ts';
import type { Share } from '../../kpi/rise.ts';
import { spanLabel } from '../../language/dates.ts';
import { figureText, numberText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { Rise, RisePart } from '../../reports/rise.ts';
import { periodText } from './answer.ts';
import { escaped, section } from './mrkdwn.ts';

/** One breakdown of a rise in detractors. */
export interface RiseBy {
  by: Dimension;
  parts: readonly RisePart[];
}

/** A rise in unhappy customers in words: how many now and before, and how likely that is by chance. */
export function riseText(answer: Answer, rise: Rise): { line: string; against: string } {
  const { now, before, since, chance } = rise;
  const line = text('alert.rise', { subject: answer.subject, period: periodText(answer), now: shareText(now) });
  const span = spanLabel({ from: since, to: answer.period.from }, answer.calendar);
  return {
    line,
    against: text('alert.rise.before', { before: shareText(before), span, chance: chanceText(chance) }),
  };
}

/** Parts shown of one breakdown; the rest are counted. */
const MOST_PARTS = 5;

/** A block for each breakdown that has parts. */
export const risePartBlocks = (all: readonly RiseBy[]) =>
  all
    .filter(({ parts }) => parts.length > 0)
    .map(({ by, parts }) => {
      const shown = parts.slice(0, MOST_PARTS).map(partText);
      const rest = parts.length - shown.length;
      const more = rest ? [text('answer.more', { count: rest })] : [];
      return section(text('alert.rise.by', { by: text(`by.${by}`), parts: [...shown, ...more].join(' · ') }));
    });

const partText = ({ label, now, before }: RisePart) =>
  text('alert.rise.part', {
    ...{ label: escaped(label), now: shareText(now) },
    before: before ? figureText(before.count / before.of, { unit: 'rate' }) : 'none',
  });

const shareText = ({ count, of }: Share) =>
  text('alert.rise.share', { count, of, share: figureText(count / of, { unit: 'rate' }) });

/** "Once in 20 times" instead of a percentage, as a percentage of a percentage confuses people. */
const chanceText = (chance: number): string =>
  chance >= 0.5
    ? text('alert.rise.often')
    : text('alert.rise.once', {
        times: numberText(Math.min(10_000, Math.round(1 / chance)), 0),
        isMore: String(chance < 0.0001),
      });
