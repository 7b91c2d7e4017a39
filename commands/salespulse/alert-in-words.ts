import { Problem } from '../../src/errors.ts';
import { type Kpi, looksAtEnd } from '../../src/kpi/definition.ts';
import { evaluate, knownKpi } from '../../src/kpi/evaluate.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import type { Question } from '../../src/kpi/question.ts';
import { alertWords } from '../../src/language/en/alert-words.ts';
import { type Rule, ruleSchema } from '../../src/reports/alerts.ts';
import { type Recurrence, recurrenceSchema } from '../../src/schedule/recurrence.ts';
import type { Asked } from '../../src/slack/command.ts';
import { type Amount, readGoalAmount } from '../../src/targets/amount.ts';
import { ofTheTeam } from '../kpi/of-the-team.ts';
import { targetValue } from '../target/value.ts';
import { understand } from '../understand.ts';

type TargetRule = Extract<Rule, { kind: 'target' }>;

export interface AlertInWords {
  rule: Rule;
  /** When it is checked: at the given time, or every hour if none is given. */
  recurrence: Omit<Recurrence, 'from'>;
}

const { below, above, unusual, low, high, noData, target, times, at: atWords, weekdays } = alertWords;
const { detractors, rise, ofDetractors, over, last, spanUnits, timeUnits, ofWeek, opening, noon } = alertWords;
const any = (words: readonly string[]) => words.join('|');

const WHEN = new RegExp(
  `(?:^|\\s)(?:${any(atWords)})\\s+(?:(${any(weekdays)})[a-z]*(?:\\s+(?:at\\s+)?(\\d{1,2}:\\d{2}))?|(\\d{1,2}:\\d{2}))(?=\\s|$)`,
  'i',
);
const LIMIT = new RegExp(
  `(?:^|\\s)(${any([...below, ...above])})\\s+(?:(\\d[\\d.,]*)\\s*(?:${any(times)})\\s+(?:${any(target)})|(\\d[\\d.,]*\\s+(?:${any(timeUnits)})|\\S+)(\\s+(?:${any(target)}))?)(?=\\s|$)`,
  'i',
);
const UNUSUAL = new RegExp(`(?:^|\\s)(?:${any(unusual)})(?:\\s+(${low}|${high}))?(?=\\s|$)`, 'i');
const RISE = new RegExp(`(?:^|\\s)(?:${any(detractors)})\\s+(?:${any(rise)})(?=\\s|$)`, 'i');
/** "over 30 days", as a period. */
const OVER = new RegExp(
  `(?:^|\\s)(?:${any(over)})\\s+(?:the\\s+)?(?:${last}\\s+)?(\\d+\\s+(?:${any(spanUnits)}))(?=\\s|$)`,
  'i',
);
/** "Tell me if", or only "if". */
const OPENING = new RegExp(`^(?:please\\s+)?(?:(?:${any(opening)})\\s+)?(?:(?:${any(alertWords.when)})\\s+)?`, 'i');
/** "3x", of a ratio. */
const TIMES = new RegExp(`(?<=\\d)\\s*(?:${any(times)})$`, 'i');
const VERBS = new RegExp(`\\s(?:${any(alertWords.verbs)})(?=\\s+(?:${any([...below, ...above])})\\s)`, 'i');
const NOON = new RegExp(`(?<=\\s)(?:at\\s+)?(?:${any(noon.words)})(?=\\s|$)`, 'gi');
const SILENCE = new RegExp(`^${noData}\\s+(.+?)\\s+for\\s+(\\d{1,3})\\s+(?:working\\s+)?days?$`, 'i');

/** Reads "meetings below 2 this week by wed 11:00". @throws Problem that says what is not understood */
export async function alertInWords(typed: string, asked: Asked): Promise<AlertInWords> {
  const words = typed
    .replace(OPENING, '')
    .replace(VERBS, '')
    .replace(NOON, noon.at)
    .replace(/(\d)\s+%/g, '$1%');
  const when = WHEN.exec(words);
  const [, day, time, timeAlone] = when ?? [];
  const rest = (when ? words.replace(when[0], ' ') : words).trim();
  const weekday = day ? (weekdays as readonly string[]).indexOf(day.toLowerCase()) + 1 : 0;
  const rule = ruleSchema.safeParse(await ruleIn(spanned(rest), { words: typed, isOfWeek: weekday > 0 }, asked));
  if (!rule.success) throw new Problem('alert.not_understood', { words: typed, unknown: 'none' });
  return {
    rule: rule.data,
    recurrence: {
      on: { kind: 'weekly', weekdays: weekday ? [weekday] : [1, 2, 3, 4, 5, 6, 7], every: 1 },
      at: clockTime(time ?? timeAlone ?? '9:00'),
      ...(when ? { workingDaysOnly: weekday === 0 } : { workingDaysOnly: isOfDay(rule.data), throughout: true }),
    },
  };
}

/** Whether it is about a single day: then days on which nobody works are none of its business. */
function isOfDay(rule: Rule): boolean {
  if (rule.kind === 'silence') return false;
  const { period } = rule.question;
  return period.kind === 'weekday' || (period.kind !== 'trailing' && 'unit' in period && period.unit === 'day');
}

/** @throws Problem for a time that does not exist, such as 25:00 */
function clockTime(typed: string): string {
  const at = typed.padStart(5, '0');
  if (!recurrenceSchema.shape.at.safeParse(at).success) throw new Problem('alert.time', { time: typed });
  return at;
}

/** In "win rate below 20% over 30 days" the days are the period; in "sales cycle over 30 days" they are the limit. */
function spanned(rest: string): string {
  const ofDays = rest.replace(OVER, ` ${last} $1`);
  return LIMIT.test(ofDays) || UNUSUAL.test(ofDays) ? ofDays : rest;
}

/**
 * What was typed. `isOfWeek`: it is checked on one day of each week, so without other days it means the running week.
 */
interface Typed {
  words: string;
  isOfWeek: boolean;
}

async function ruleIn(rest: string, sentence: Typed, asked: Asked): Promise<Rule> {
  const [, source, days] = SILENCE.exec(rest) ?? [];
  if (source) return { kind: 'silence', source: knownSource(source, asked), days: Math.max(1, Number(days)) };
  const risen = RISE.exec(rest);
  if (risen) return { kind: 'rise', question: await riseIn(rest.replace(risen[0], ' '), sentence, asked) };
  const strange = UNUSUAL.exec(rest);
  if (strange) {
    const question = await questionIn(rest.replace(strange[0], ' '), sentence, asked);
    const way = strange[1]?.toLowerCase();
    return { kind: 'usual', question, side: way === low ? 'below' : way === high ? 'above' : 'either' };
  }
  const { words } = sentence;
  const limit = LIMIT.exec(rest);
  if (!limit) throw new Problem('alert.not_understood', { words, unknown: 'none' });
  const [whole, way = '', multiple, typed = '', ofTarget] = limit;
  const question = await questionIn(rest.replace(whole, ' '), sentence, asked);
  const side = below.some((each) => each === way.toLowerCase()) ? 'below' : 'above';
  const isTarget = (target as readonly string[]).includes(typed.toLowerCase());
  if (isTarget) return { kind: 'target', question, side, share: 1 };
  const isRatio = knownKpi(question.kpis[0] ?? '').unit === 'ratio';
  const amount = readGoalAmount(multiple ?? (isRatio ? typed.replace(TIMES, '') : typed), asked.workspace.currency);
  if (!amount) throw new Problem('alert.not_understood', { words, unknown: 'none' });
  if (multiple || ofTarget) {
    const share = Number(amount.value);
    if (!(share > 0) || (ofTarget && !amount.isShare)) throw new Problem('alert.share');
    const rule: TargetRule = { kind: 'target', question, side, share };
    return multiple ? ofCoverage(rule, asked) : rule;
  }
  return { kind: 'limit', question, side, value: limitOf(knownKpi(question.kpis[0] ?? ''), amount, { typed, side }) };
}

/**
 * "Pipeline under 3× target" means the coverage: how often the pipeline holds what is left to the revenue target. A pipeline with a
 * target of its own is compared with that.
 */
async function ofCoverage(rule: TargetRule, asked: Asked): Promise<Rule> {
  const { question, side, share } = rule;
  const isPipeline = question.kpis[0] === 'pipeline_value' && !question.where?.length;
  if (!isPipeline || (await hasTarget(rule, asked))) return rule;
  return { kind: 'limit', question: { ...question, kpis: ['pipeline_coverage'] }, side, value: share };
}

/** Whether what an alert compares with a target has one now. */
export async function hasTarget({ question }: TargetRule, asked: Asked): Promise<boolean> {
  const { kpis } = await evaluate(asked, question);
  return kpis[0]?.target != null;
}

/** KPIs that can be negative. */
const BELOW_ZERO: readonly string[] = ['nps', 'enps', 'sales_growth', 'gross_profit', 'gross_margin'];

/** @throws Problem if the number can never get there */
function limitOf(kpi: Kpi, amount: Amount, { typed, side }: { typed: string; side: 'below' | 'above' }): number {
  const number = Number(amount.value);
  if (!BELOW_ZERO.includes(kpi.id) && (number < 0 || (number === 0 && side === 'below')))
    throw new Problem('alert.below_zero', { kpi: kpiTitle(kpi.id), typed, unit: kpi.unit });
  if (number === 0) return 0;
  const size = targetValue({ ...amount, value: amount.value.replace('-', '') }, typed, kpi);
  if ('refusal' in size) throw new Problem('alert.value', { why: size.refusal });
  return Math.sign(number) * Number(size.value);
}

/** Watches the default number of last days, unless the words name a period. */
async function riseIn(rest: string, { words }: Typed, asked: Asked): Promise<Question> {
  const about = `${ofDetractors.kpi} ${rest}`.replace(/\s+/g, ' ').trim();
  const ofLastDays = `${about} ${ofDetractors.period}`;
  const namesNone = (await understand(ofLastDays, asked)).ok;
  return questionIn(namesNone ? ofLastDays : about, { words, isOfWeek: false }, asked);
}

/** Reads which number to watch, a single one without a breakdown. @throws Problem */
async function questionIn(rest: string, { words, isOfWeek }: Typed, asked: Asked): Promise<Question> {
  const about = rest.replace(/\s+/g, ' ').trim();
  const ofThisWeek = isOfWeek ? await understand(`${about} ${ofWeek}`, asked) : null;
  // A state is always that of the moment, and its target that of the month: neither has a week.
  const isWeek = ofThisWeek?.ok && !ofThisWeek.question.kpis.some((id) => looksAtEnd(knownKpi(id)));
  const parsed = isWeek ? ofThisWeek : await understand(about, asked);
  if (!parsed.ok) {
    const unknown = parsed.problems.flatMap((problem) => (problem.kind === 'unknown' ? [`\`${problem.word}\``] : []));
    throw new Problem('alert.not_understood', { words, unknown: unknown.join(', ') || 'none' });
  }
  const question = ofTheTeam(parsed.question, asked);
  if (question.kpis.length !== 1 || question.by.length > 0 || question.top) throw new Problem('alert.one_number');
  return question;
}

function knownSource(source: string, { directory }: Asked): string {
  const known = directory.sources.map(({ name }) => name);
  const found = known.find((each) => each.toLowerCase() === source.toLowerCase());
  if (!found) throw new Problem('alert.no_source', { source, known: known.join(', ') || '–' });
  return found;
}
