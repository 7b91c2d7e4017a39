import type { Temporal } from 'temporal-polyfill';
import type { Span } from '../calendar/span.ts';
import { momentLabel, spanLabel } from '../language/dates.ts';
import { figureText } from '../language/figures.ts';
import { text, textIfAny } from '../language/text.ts';
import { type Answer, isOfSome, type KpiValue } from './answer.ts';
import { canHaveTarget } from './catalogue/index.ts';
import { isOfCohort, looksAtEnd } from './definition.ts';
import { knownKpi } from './evaluate.ts';
import { kpiTitle, leftOutText } from './labels.ts';
import { makingsOf } from './makings.ts';
import { recordsBeginNotes } from './records-begin.ts';
import { aimOf } from './towards.ts';

/** One number explained, each part a sentence or two. */
export interface Explanation {
  head: string;
  about: string;
  meaning: string;
  formula: string;
  /** The formula with today's numbers in it; for a breakdown, one line per group. */
  numbers: readonly string[];
  groups: readonly string[];
  period: string;
  compared: string;
  leftOut: readonly string[];
  goal: string;
}

/** More than these would not explain anything. */
const MOST_GROUPS = 12;

/** Explains one number of an answer: what it means, its formula, and what went into it. */
export function explanationOf(
  answer: Answer,
  kpi: KpiValue,
  { now, zone }: { now: Temporal.Instant; zone: string },
): Explanation {
  const title = kpiTitle(kpi.id);
  const { period, calendar } = answer;
  const span = spanLabel(period, calendar);
  const until = period.until && momentLabel(period.until, now, zone, calendar);
  const left = kpi.leftOut.map((each) => leftOutText(kpi.id, each));
  return {
    head: text('explain.head', { title, value: figureText(kpi.value, kpi) }),
    about: text('explain.about', { subject: answer.subject, period: span }),
    meaning: aboutText(kpi.id, 'meaning'),
    formula: text('explain.formula', { formula: aboutText(kpi.id, 'formula') }),
    numbers: [...numbersOf(kpi), ...whyNothing(kpi)],
    groups: answer.groups.slice(0, MOST_GROUPS).flatMap(({ label, kpis }) => {
      const own = kpis.find(({ id }) => id === kpi.id);
      return own ? [`${label}: ${numbersOf(own)[0]}`] : [];
    }),
    period: periodText(answer, kpi, until, zone),
    compared: [comparedText(answer, kpi), ...recordsBeginNotes({ ...answer, kpis: [kpi] })].join(' '),
    leftOut: left.length ? left.map((line) => `${line}.`) : [text('explain.nothing_left_out')],
    goal: goalText(kpi, answer),
  };
}

/** The days counted; for a state, the day at whose end it is looked at. */
function periodText({ period, calendar }: Answer, { id }: KpiValue, until: string | null, zone: string): string {
  const isState = looksAtEnd(knownKpi(id));
  if (isState) return text('explain.period_state', { moment: until ?? spanLabel(lastDayOf(period), calendar), zone });
  const span = spanLabel(period, calendar);
  return until ? text('explain.period_running', { span, until, zone }) : text('explain.period', { span, zone });
}

function comparedText({ period, comparison, question, calendar }: Answer, kpi: KpiValue): string {
  const known = knownKpi(kpi.id);
  const which = question.against ? 'year' : period.running ? 'running' : 'finished';
  const line = text(`explain.compared_${which}`, {
    span: spanLabel(looksAtEnd(known) ? lastDayOf(comparison) : comparison, calendar),
    value: kpi.previous === null ? text('answer.no_data') : figureText(kpi.previous, kpi),
  });
  return isOfCohort(known) ? `${line} ${text('explain.compared_cohort')}` : line;
}

const lastDayOf = ({ to }: Span): Span => ({ from: to.subtract({ days: 1 }), to });

/** The catalogue's text for a KPI; all attainments share one. */
const aboutText = (id: string, what: 'meaning' | 'formula'): string =>
  textIfAny(`kpi.${id}.${what}`) ?? textIfAny(`kpi.${id.split(':')[0]}.${what}`) ?? '';

const goalText = (kpi: KpiValue, { question }: Answer): string => {
  if (kpi.target !== null) return text('explain.goal', { target: figureText(kpi.target, kpi) });
  if (isOfSome(kpi)) return someText(kpi);
  return canHaveTarget(kpi.id) && !question.where ? text('explain.no_goal') : '';
};

function someText(kpi: KpiValue & Required<Pick<KpiValue, 'targetOf'>>): string {
  const { sum, ...people } = kpi.targetOf;
  if (aimOf(knownKpi(kpi.id)) !== null) return text('explain.reached_of_some', people);
  return text('explain.goal_of_some', { ...people, target: figureText(sum, kpi) });
}

/** The formula with its numbers, then the median if the value is a mean. */
function numbersOf(kpi: KpiValue): string[] {
  const value = figureText(kpi.value, kpi);
  const { median } = kpi;
  return [
    madeOf(kpi, value),
    ...(median === undefined || median === null ? [] : [text('explain.median', { value: figureText(median, kpi) })]),
  ];
}

function madeOf(kpi: KpiValue, value: string): string {
  const { kind } = knownKpi(kpi.id).formula;
  const numerator = partText(kpi, 'numerator');
  const denominator = partText(kpi, 'denominator');
  switch (kind) {
    case 'sum':
    case 'growth':
    case 'index':
      return text(`explain.${kind}`, { numerator, denominator, value });
    case 'nps': {
      const { promoters = 0, detractors = 0 } = kpi.loyalty ?? {};
      return text('explain.nps', { promoters, detractors, denominator, value });
    }
    case 'published':
      return text('explain.published', { value });
    default:
      return text('explain.ratio', { numerator, denominator, value });
  }
}

type Side = 'numerator' | 'denominator';

/** The numerator or denominator: its figure and its name. */
function partText(kpi: KpiValue, part: Side): string {
  const { currency } = kpi;
  const unit = partUnit(kpi, part);
  return text('explain.part', {
    value: figureText(kpi[part], { unit, ...(currency ? { currency } : {}) }),
    name: partName(kpi.id, part),
  });
}

/** The numerator's or denominator's name. */
function partName(id: string, part: Side): string {
  const { formula } = knownKpi(id);
  const isBelow = part === 'denominator';
  if (formula.kind === 'attainment')
    return isTarget(formula.of, part) ? text('explain.target') : kpiTitle(formula.of).toLowerCase();
  if (formula.kind === 'lifetime') return text(isBelow ? 'explain.lost_per_month' : 'explain.per_month');
  if (formula.kind === 'coverage' && isBelow) return text('explain.missing');
  return sideName(id, part);
}

/** Where less is better, attainment is target / actual. */
const isTarget = (of: string, part: Side) => (knownKpi(of).better === 'down') === (part === 'numerator');

/** The name of the numerator or denominator as records; empty if it has none. */
export function sideName(id: string, part: Side): string {
  const kpi = knownKpi(id);
  if (part === 'denominator' && kpi.formula.kind === 'growth') return text('explain.growth_before');
  const measure = makingsOf(kpi, knownKpi)[part]?.measure;
  if (measure) return textIfAny(`measure.${measure.id}`) ?? '';
  if (kpi.formula.kind === 'product') return text(part === 'denominator' ? 'explain.cost' : 'explain.worth');
  return kpi.formula.kind === 'published' ? text('explain.answers') : '';
}

/** Durations and days are means: their numerator is a sum in that unit, their denominator a count. */
export function partUnit({ id, unit }: Pick<KpiValue, 'id' | 'unit'>, part: Side): KpiValue['unit'] {
  const kpi = knownKpi(id);
  const { formula } = kpi;
  if (formula.kind === 'attainment') return knownKpi(formula.of).unit;
  if (formula.kind === 'product') return 'money';
  if (formula.kind === 'lifetime') return part === 'numerator' ? 'money' : 'rate';
  if (makingsOf(kpi, knownKpi)[part]?.measure.money) return 'money';
  return part === 'numerator' && (unit === 'duration' || unit === 'days') ? unit : 'count';
}

function whyNothing({ id, value, numerator, denominator, noData }: KpiValue): string[] {
  if (value !== null) return [];
  const least = knownKpi(id).privacy?.smallestGroup ?? 0;
  if (noData) return [text(`no_data.${noData}`, { kpi: kpiTitle(id), least })];
  const { kind } = knownKpi(id).formula;
  const isAboutGoal = kind === 'attainment' || kind === 'coverage';
  if (isAboutGoal && denominator === null) return [text('explain.no_target')];
  if (kind === 'coverage' && Number(denominator) <= 0) return [text('explain.reached')];
  if (numerator !== null && denominator !== null && Number(denominator) === 0) return [text('explain.nothing_below')];
  return [text('explain.not_known')];
}
