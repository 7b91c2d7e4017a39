/** What an alert watches, and whether its limit is broken. */
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

/** A rule as data. Each question asks for one KPI, without a breakdown. */
export const ruleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('limit'), question: questionSchema, side, value: z.number() }),
  /** Compared with a share of its target: 0.8 is 80 %. */
  z.object({ kind: z.literal('target'), question: questionSchema, side, share: z.number().positive() }),
  /**
   * More than two standard deviations, and for counts also more than one, from the mean of the last eight comparable
   * periods.
   */
  z.object({ kind: z.literal('usual'), question: questionSchema, side: side.or(z.literal('either')) }),
  /** More detractors than chance explains, compared with the three periods before. The question is about NPS. */
  z.object({ kind: z.literal('rise'), question: questionSchema }),
  /** A source has sent no data for this many whole working days. */
  z.object({ kind: z.literal('silence'), source: z.string(), days: z.int().positive() }),
]);

export type Rule = z.infer<typeof ruleSchema>;
type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;
/** A rule that compares a number with limits. */
export type NumberRule = RuleOf<'limit' | 'target' | 'usual'>;

/** The state of a rule at a moment. */
export interface Standing {
  /** null: no data to judge by. */
  isBroken: boolean | null;
  /**
   * For periods such as a week, the day the current one began, ISO; else ''. A limit broken again in another period is
   * news again.
   */
  round: string;
  /** For rules about a KPI. */
  answer: Answer | null;
  /** The limits it is compared with; two for a usual range. */
  limits: readonly number[];
  /** For rules about detractors; null: nothing to compare. */
  rise?: Rise | null;
  /** For rules about a source: when it last sent data, and for how many whole working days it has been silent. */
  lastAt: Temporal.Instant | null;
  silentDays?: number;
}

/** Checks a rule as of the moment of `asking`. */
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

/** The start of the current day, week and so on; '' for periods that roll on, such as the last 30 days. */
const roundOf = ({ kind }: PeriodSpec, { period }: Answer): string =>
  kind === 'this' || kind === 'last' || kind === 'toDate' || kind === 'weekday' ? period.from.toString() : '';

const PERIODS = 8;
const DEVIATIONS = 2;

/**
 * Mean ± two standard deviations (of the sample) of the last eight comparable periods, each measured up to the same
 * point in it.
 */
async function usual(asking: Asking, question: Question): Promise<[number, number] | null> {
  const { workspace, now } = asking;
  const local = now.toZonedDateTimeISO(workspace.zone);
  const moments = Array.from({ length: PERIODS }, (_, index) => local.subtract(stepOf(question.period, index + 1)));
  const answers = await Promise.all(moments.map((at) => evaluate({ ...asking, now: at.toInstant() }, question)));
  const values = answers.flatMap(({ kpis: [kpi], nothingRecorded }) =>
    kpi?.value == null || nothingRecorded ? [] : [Number(kpi.value)],
  );
  // The period in which records begin is incomplete, so there must be a known one before all eight.
  const isKnown = answers.at(-1)?.kpis[0]?.previous != null;
  if (values.length < PERIODS || !isKnown) return null;
  return usualRange(values, answers[0]?.kpis[0]?.unit === 'count');
}

/**
 * The usual range. null if all values are 0: nobody can say how much would be much then. For counts, one more or less
 * is always usual.
 */
export function usualRange(values: readonly number[], areCounts: boolean): [number, number] | null {
  if (values.every((value) => value === 0)) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const reach = DEVIATIONS * Math.sqrt(variance);
  if (!areCounts) return [mean - reach, mean + reach];
  return [Math.max(0, mean - Math.max(reach, 1)), mean + Math.max(reach, 1)];
}

/** How far back a comparable period lies; a day is compared with the same weekday. */
function stepOf(period: PeriodSpec, count: number): Temporal.DurationLike {
  const unit = period.kind === 'weekday' ? 'week' : 'unit' in period ? period.unit : 'year';
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
  return { ...told, isBroken: whole >= days, silentDays: whole };
}
