import type { KpiValue } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import type { Best, Driven, Mixed, Moved, Slip } from '../../kpi/moved/moved.ts';
import { type Calendar, dayLabel, spanLabel } from '../../language/dates.ts';
import { figureText, numberText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import { escaped } from './mrkdwn.ts';
import { behindText } from './pace.ts';

/** What moved, one line each. */
export const movedText = (moved: readonly Moved[], calendar?: Calendar): string =>
  moved.map((each) => escaped(sentence(each, calendar))).join('\n');

function sentence(moved: Moved, calendar: Calendar | undefined): string {
  switch (moved.kind) {
    case 'slip':
      return slipText(moved, calendar);
    case 'driven':
      return drivenText(moved);
    case 'mixed':
      return mixedText(moved);
    case 'best':
      return bestText(moved, calendar);
  }
}

function slipText({ kpi, day }: Slip, calendar: Calendar | undefined): string {
  return text('moved.slip', { title: kpiTitle(kpi.id), day: dayLabel(day, 'day', calendar), value: behindText(kpi) });
}

function drivenText(moved: Driven): string {
  const { kpi, change, contribution } = moved;
  const round = roundedLike(kpi, change);
  const [all, part] = [round(change), round(contribution)];
  const rest = round(all - part);
  const direction = change > 0 ? 'up' : 'down';
  const told = { title: kpiTitle(kpi.id), direction, change: sizeText(all, kpi), group: groupText(moved) };
  const line =
    rest === 0
      ? text('moved.driven_by_one', told)
      : text('moved.driven', { ...told, part: signed(part, kpi), rest: signed(rest, kpi) });
  return moved.isChance ? `${line} ${text('moved.chance')}` : line;
}

function mixedText(moved: Mixed): string {
  const { kpi, by, change, against, parts, share, isHigher } = moved;
  const [before, after] = [share.before, share.after].map((each) => figureText(each, { unit: 'rate' }));
  return text('moved.mixed', {
    ...{
      title: kpiTitle(kpi.id),
      direction: change > 0 ? 'up' : 'down',
      by: text(`by.${by}`),
      group: groupText(moved),
    },
    change:
      kpi.unit === 'score' ? text('figure.points', { value: numberText(Math.abs(change), 0) }) : sizeText(change, kpi),
    ...{ against, parts, isAll: String(against === parts), isHigher: String(isHigher) },
    ...{ before: before ?? '', after: after ?? '' },
  });
}

/** Names of people and products need no explanation. */
const groupText = ({ by, group }: Pick<Driven, 'by' | 'group'>) =>
  by === 'rep' || by === 'product' ? group : text('moved.group', { by: text(`by.${by}`), group });

/** Decimals worth reading. A rate's are those of the fraction, so percentage points have one. */
const decimals = { count: 0, duration: 0, money: 2, rate: 3, days: 1, ratio: 2, odds: 1, score: 2 } as const;

/** Rounds all parts alike, so that the numbers shown add up; the rest takes the difference. */
function roundedLike({ unit }: KpiValue, change: number): (value: number) => number {
  const digits = unit === 'money' && Math.abs(change) >= 1000 ? 0 : decimals[unit];
  return (value) => Number(value.toFixed(digits));
}

const signed = (value: number, kpi: KpiValue) =>
  text(value < 0 ? 'moved.less' : 'moved.more', { value: sizeText(value, kpi) });

/** A difference without its sign, for rates in percentage points. */
function sizeText(value: number, kpi: KpiValue): string {
  const size = Math.abs(value);
  return kpi.unit === 'rate'
    ? text('figure.points', { value: numberText(size * 100, 1) })
    : figureText(size, { unit: kpi.unit, ...(kpi.currency ? { currency: kpi.currency } : {}) });
}

function bestText({ kpi, unit, running, since, periods }: Best, calendar: Calendar | undefined): string {
  const told = { title: kpiTitle(kpi.id), running: String(running), unit, periods };
  if (!since) return text('moved.best', told);
  return text('moved.best_since', {
    ...told,
    since: unit === 'month' ? dayLabel(since.from, 'month', calendar) : spanLabel(since, calendar),
  });
}
