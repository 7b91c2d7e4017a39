import type { Temporal } from 'temporal-polyfill';
import { momentLabel, spanLabel } from '../language/dates.ts';
import { figureText } from '../language/figures.ts';
import { text, textIfAny } from '../language/text.ts';
import type { Answer, KpiValue } from './answer.ts';
import { canHaveTarget, findKpi } from './catalogue/index.ts';
import { knownKpi } from './evaluate.ts';
import { kpiTitle } from './labels.ts';
import { makingsOf } from './makings.ts';

/** One number explained, each part a sentence or two. */
export interface Explanation {
  head: string;
  about: string;
  meaning: string;
  formula: string;
  /** The numbers of the answer put into the formula; then, group by group, those of a breakdown. */
  numbers: readonly string[];
  groups: readonly string[];
  period: string;
  compared: string;
  leftOut: readonly string[];
  goal: string;
}

/** More groups are no explanation any more. */
const MOST_GROUPS = 12;

/** Explains one of an answer's numbers: what it means, how it is made, and of what. */
export function explanationOf(
  answer: Answer,
  kpi: KpiValue,
  { now, zone }: { now: Temporal.Instant; zone: string },
): Explanation {
  const title = kpiTitle(kpi.id);
  const { period, question } = answer;
  const span = spanLabel(period);
  const until = period.until && momentLabel(period.until, now, zone);
  const left = kpi.leftOut.map(({ reason, count, currency }) =>
    text(`left_out.${reason}`, { count, currency: currency ?? '' }),
  );
  return {
    head: text('explain.head', { title, value: figureText(kpi.value, kpi) }),
    about: text('explain.about', { subject: answer.subject, period: span }),
    meaning: textIfAny(`kpi.${kpi.id}.meaning`) ?? '',
    formula: text('explain.formula', { formula: textIfAny(`kpi.${kpi.id}.formula`) ?? title }),
    numbers: [...numbersOf(kpi), ...whyNothing(kpi)],
    groups: answer.groups.slice(0, MOST_GROUPS).flatMap(({ label, kpis }) => {
      const own = kpis.find(({ id }) => id === kpi.id);
      return own ? [`${label}: ${numbersOf(own)[0]}`] : [];
    }),
    period: until ? text('explain.period_running', { span, until, zone }) : text('explain.period', { span, zone }),
    compared: text(
      question.against
        ? 'explain.compared_year'
        : period.running
          ? 'explain.compared_running'
          : 'explain.compared_finished',
      {
        span: spanLabel(answer.comparison),
        value: kpi.previous === null ? text('answer.no_data') : figureText(kpi.previous, kpi),
      },
    ),
    leftOut: left.length ? left.map((line) => `${line}.`) : [text('explain.nothing_left_out')],
    goal: goalText(kpi, answer),
  };
}

const goalText = (kpi: KpiValue, { question }: Answer): string => {
  if (kpi.target !== null) return text('explain.goal', { target: figureText(kpi.target, kpi) });
  return canHaveTarget(kpi.id) && !question.where ? text('explain.no_goal') : '';
};

/** The numbers put into the formula; then the median that stands beside a mean. */
function numbersOf(kpi: KpiValue): string[] {
  const formula = findKpi(kpi.id)?.formula;
  const sign = formula?.kind === 'growth' ? 'growth' : formula?.kind === 'sum' ? 'sum' : 'ratio';
  const numerator = partText(kpi, 'numerator');
  const denominator = partText(kpi, 'denominator');
  const line = text(`explain.${sign}`, { numerator, denominator, value: figureText(kpi.value, kpi) });
  const { median } = kpi;
  return median === undefined || median === null
    ? [line]
    : [line, text('explain.median', { value: figureText(median, kpi) })];
}

/** One side of the line: its figure, and what it is called. */
function partText(kpi: KpiValue, part: 'numerator' | 'denominator'): string {
  const name = partName(kpi.id, part);
  return text('explain.part', {
    value: figureText(kpi[part], { ...kpi, unit: partUnit(kpi, part), numerator: null }),
    name,
  });
}

/** What stands above or below the line, in words. */
export function partName(id: string, part: 'numerator' | 'denominator'): string {
  const kpi = knownKpi(id);
  const { kind } = kpi.formula;
  if (part === 'denominator' && kind === 'growth') return text('explain.growth_before');
  if (part === 'denominator' && kind === 'attainment') return text('explain.target');
  if (part === 'denominator' && kind === 'coverage') return text('explain.missing');
  const making = makingsOf(kpi, knownKpi)[part];
  return (making && textIfAny(`measure.${making.measure.id}`)) ?? '';
}

/** Money is money; durations, days and scores are summed above the line and counted below it. */
export function partUnit({ id, unit }: KpiValue, part: 'numerator' | 'denominator'): KpiValue['unit'] {
  const kpi = knownKpi(id);
  const { measure } = makingsOf(kpi, knownKpi)[part] ?? {};
  if (measure?.money || kpi.formula.kind === 'attainment') return 'money';
  return part === 'numerator' && (unit === 'duration' || unit === 'days') ? unit : 'count';
}

function whyNothing({ id, value, numerator, denominator }: KpiValue): string[] {
  if (value !== null) return [];
  const { kind } = knownKpi(id).formula;
  const isAboutGoal = kind === 'attainment' || kind === 'coverage';
  if (isAboutGoal && denominator === null) return [text('explain.no_target')];
  if (kind === 'coverage' && Number(denominator) <= 0) return [text('explain.reached')];
  if (numerator !== null && denominator !== null && Number(denominator) === 0) return [text('explain.nothing_below')];
  return [text('explain.not_known')];
}
