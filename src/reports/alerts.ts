/** What an alert watches, and whether it is so. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { localDay } from '../calendar/local-day.ts';
import type { PeriodSpec } from '../calendar/period-spec.ts';
import { workingDaysIn } from '../calendar/working-days.ts';
import type { Answer } from '../kpi/answer.ts';
import { type Asking, evaluate } from '../kpi/evaluate.ts';
import type { Question } from '../kpi/question.ts';
import { questionSchema } from '../kpi/question-schema.ts';
import { workspaceCalendar } from '../people/working-calendar.ts';
import { RARE, type Rise, riseOf } from './rise.ts';

const side = z.enum(['below', 'above']);

/** A rule as data. Each question is about one KPI, as a whole. */
export const ruleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('limit'), question: questionSchema, side, value: z.number() }),
  /** Against a share of its target: 0.8 is 80 %. */
  z.object({ kind: z.literal('target'), question: questionSchema, side, share: z.number().positive() }),
  /** Further from the mean of the last eight comparable periods than two standard deviations. */
  z.object({ kind: z.literal('usual'), question: questionSchema, side: side.or(z.literal('either')) }),
  /** More detractors than chance explains, against the three periods before. The question is about NPS. */
  z.object({ kind: z.literal('rise'), question: questionSchema }),
  /** No data has come from a source for so many whole working days. */
  z.object({ kind: z.literal('silence'), source: z.string(), days: z.int().positive() }),
]);

export type Rule = z.infer<typeof ruleSchema>;
type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;
/** One that compares a number with limits. */
export type NumberRule = RuleOf<'limit' | 'target' | 'usual'>;

/** How a rule stands at a moment. */
export interface Standing {
  /** null: there is no data to judge by. */
  isBroken: boolean | null;
  /** Of a period that begins anew the day it began on, ISO; otherwise ''. What is broken in another one is news again. */
  round: string;
  /** Of a KPI. */
  answer: Answer | null;
  /** What it is compared with; of what is usual, both ends. */
  limits: readonly number[];
  /** Of detractors; null: there is nothing to compare. */
  rise?: Rise | null;
  /** Of a source: when it was heard of last. */
  lastAt: Temporal.Instant | null;
}

/** Looks whether a rule is broken at the moment of `asking`. */
export async function standingOf(asking: Asking, rule: Rule): Promise<Standing> {
  if (rule.kind === 'silence') return silence(asking, rule);
  return rule.kind === 'rise' ? standingOfRise(asking, rule) : standingOfNumber(asking, rule);
}

async function standingOfRise(asking: Asking, { question }: RuleOf<'rise'>): Promise<Standing> {
  const { answer, rise } = await riseOf(asking, question);
  const isBroken = rise && rise.chance < RARE;
  return { isBroken, rise, answer, round: roundOf(question.period, answer), limits: [], lastAt: null };
}

async function standingOfNumber(asking: Asking, rule: NumberRule): Promise<Standing> {
  const answer = await evaluate(asking, rule.question);
  const [kpi] = answer.kpis;
  const value = kpi?.value == null || answer.nothingRecorded ? null : Number(kpi.value);
  const told = { round: roundOf(rule.question.period, answer), answer, lastAt: null };
  const range = rule.kind === 'usual' ? await usual(asking, rule.question) : null;
  const limits =
    rule.kind === 'limit'
      ? [rule.value]
      : rule.kind === 'target'
        ? kpi?.target == null
          ? []
          : [Number(kpi.target) * rule.share]
        : (range ?? []);
  const [low, high = low] = limits;
  if (value === null || low === undefined || high === undefined) return { ...told, isBroken: null, limits };
  const isBroken = (rule.side !== 'above' && value < low) || (rule.side !== 'below' && value > high);
  return { ...told, isBroken, limits };
}

/** Days, weeks … that begin anew; the last 30 days never do. */
const roundOf = ({ kind }: PeriodSpec, { period }: Answer): string =>
  kind === 'this' || kind === 'last' || kind === 'toDate' ? period.from.toString() : '';

const PERIODS = 8;
const DEVIATIONS = 2;

/** Mean ± two standard deviations (of the sample) of the last eight comparable periods, each up to the same moment of it. */
async function usual(asking: Asking, question: Question): Promise<[number, number] | null> {
  const { workspace, now } = asking;
  const local = now.toZonedDateTimeISO(workspace.zone);
  const moments = Array.from({ length: PERIODS }, (_, index) => local.subtract(stepOf(question.period, index + 1)));
  const answers = await Promise.all(moments.map((at) => evaluate({ ...asking, now: at.toInstant() }, question)));
  const values = answers.flatMap(({ kpis: [kpi], nothingRecorded }) =>
    kpi?.value == null || nothingRecorded ? [] : [Number(kpi.value)],
  );
  // What lies before the first record is not known, and the period it lies in is no whole one: there must be one before all.
  const isKnown = answers.at(-1)?.kpis[0]?.previous != null;
  if (values.length < PERIODS || !isKnown) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / PERIODS;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (PERIODS - 1);
  const reach = DEVIATIONS * Math.sqrt(variance);
  return [mean - reach, mean + reach];
}

/** How far back a comparable period lies: a day is compared with the same weekday. */
function stepOf(period: PeriodSpec, count: number): Temporal.DurationLike {
  const unit = 'unit' in period ? period.unit : 'year';
  const units = count * (period.kind === 'trailing' ? period.n : 1);
  switch (unit) {
    case 'day':
      return period.kind === 'trailing' ? { days: units } : { weeks: units };
    case 'quarter':
      return { months: 3 * units };
    case 'week':
      return { weeks: units };
    case 'month':
      return { months: units };
    default:
      return { years: units };
  }
}

function silence({ workspace, directory, now }: Asking, { source, days }: RuleOf<'silence'>): Standing {
  const known = directory.sources.find(({ name }) => name === source);
  const lastAt = known ? Temporal.Instant.from(known.lastReceivedAt) : null;
  const told = { round: '', answer: null, limits: [days], lastAt };
  if (!lastAt) return { ...told, isBroken: null };
  const after = localDay(lastAt, workspace.zone).add({ days: 1 });
  const whole = workingDaysIn(after, localDay(now, workspace.zone), workspaceCalendar(workspace, directory));
  return { ...told, isBroken: whole >= days };
}
