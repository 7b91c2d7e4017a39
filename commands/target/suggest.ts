import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import { settingsFor } from '../../src/calendar/span.ts';
import { startOfUnit, stepUnits } from '../../src/calendar/units.ts';
import { isAtWork } from '../../src/calendar/working-days.ts';
import { canHaveTarget, findKpi } from '../../src/kpi/catalogue/index.ts';
import { addsUpOverTime, type Kpi } from '../../src/kpi/definition.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { kpisOfJob } from '../../src/kpi/jobs.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import { mayAsk } from '../../src/kpi/may-ask.ts';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { describeProblem } from '../../src/kpi/parse/problem.ts';
import { isPlain, type Question } from '../../src/kpi/question.ts';
import { jobOf, subjectName } from '../../src/kpi/subject.ts';
import { text } from '../../src/language/text.ts';
import { memberCalendar, workspaceCalendar } from '../../src/people/working-calendar.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { suggestionMessage } from '../../src/slack/messages/suggested-target.ts';
import { historyFrom } from '../../src/targets/history.ts';
import { maySet } from '../../src/targets/may-set.ts';
import { FEWEST_PERIODS, PERIODS_LOOKED_AT, roundGoal, suggestGoal } from '../../src/targets/suggest.ts';
import { type TargetSpan, targetSpan } from '../../src/targets/target-span.ts';
import { vocabularyFor } from '../vocabulary.ts';
import { wordsToName } from './staying.ts';
import { subjectOf } from './subject.ts';
import { typedGoal } from './value.ts';

const IN_YEAR = { day: null, week: null, month: 12, quarter: 4, year: null } as const;

/** `/target suggest revenue for @anna`: proposes a goal, says why, and offers a button to those who may set it. */
export async function suggest(words: string, asked: Asked): Promise<Reply> {
  const { directory, workspace, member, now } = asked;
  const vocabulary = vocabularyFor(asked);
  const parsed = parseQuestion(words, vocabulary);
  if (!parsed.ok) return say(escaped(parsed.problems.map(describeProblem).join('\n')));
  const { question } = parsed;
  const today = localDay(now, workspace.zone);
  mayAsk(question, member, directory, today.toString());
  const kpi = kpiOf(question, asked);
  if (!kpi || !canHaveTarget(kpi.id) || kpi.better === 'neither') return say(text('target.suggest.kpi'));
  const span = targetSpan(question.period, today, calendarSettings(workspace));
  const subject = subjectOf(question.whose);
  if (!span || !subject || !isPlain(question)) return say(text('target.suggest.period'));

  const { history, ahead } = await historyOf({ ...question, kpis: [kpi.id] }, span, today, asked);
  const subjectText = subjectName(question.whose, directory);
  const inYear = addsUpOverTime(kpi) ? IN_YEAR[span.unit] : null;
  const suggestion = suggestGoal(history, { ahead, inYear, better: kpi.better });
  if (!suggestion || suggestion.value <= 0) {
    const told = { subject: subjectText, kpi: kpiTitle(kpi.id), unit: span.unit, count: history.length };
    return say(text('target.suggest.little', { ...told, subject: escaped(subjectText), fewest: FEWEST_PERIODS }));
  }
  const value = roundGoal(suggestion.value, kpi.unit === 'count');
  const days = { startsOn: span.from.toString(), endsOn: span.to.toString() };
  const asking = wordsToName(days, { ...question, kpis: [kpi.id] }, vocabulary);
  const setWords = maySet(member, subject, directory, today.toString()) ? `${typedGoal(value, kpi)} ${asking}` : null;
  const { calendar } = calendarSettings(workspace);
  const told = { subject: subjectText, kpi, span, currency: workspace.currency, calendar };
  const message = suggestionMessage({ ...suggestion, value }, told, setWords);
  return { message: () => message };
}

const kpiOf = ({ kpis: [said, ...others], whose }: Question, { directory, workspace, now }: Asked): Kpi | undefined => {
  if (others.length > 0) return undefined;
  const [first] = kpisOfJob(jobOf(whose, directory, workspace, now));
  return findKpi(said ?? first ?? '');
};

/** Days searched for the last 12 working days: enough for two a week, with holidays on top. */
const DAYS_LOOKED_AT = 60;

/**
 * The values of the complete periods since the first with any; for units with seasons two years of them. Only working
 * days count as days: a weekend says nothing about what a day can bring.
 */
async function historyOf(question: Question, { unit, from }: TargetSpan, today: Temporal.PlainDate, asked: Asked) {
  const { workspace, directory } = asked;
  const settings = settingsFor(question.period, calendarSettings(workspace));
  const running = startOfUnit(today, unit, settings);
  const end = Temporal.PlainDate.compare(from, running) < 0 ? from : running;
  const looked = unit === 'day' ? DAYS_LOOKED_AT : Math.max(PERIODS_LOOKED_AT, 2 * (IN_YEAR[unit] ?? 0));
  const start = stepUnits(end, unit, -looked, settings);
  const period = { kind: 'between' as const, from: start.toString(), through: end.subtract({ days: 1 }).toString() };
  const { groups } = await evaluate(asked, { ...question, period, by: [unit] });
  const { whose } = question;
  const working =
    whose.scope === 'member'
      ? memberCalendar(whose.memberId, directory, workspace)
      : workspaceCalendar(workspace, directory);
  const isCounted = (key: string | null) =>
    unit !== 'day' || (key !== null && isAtWork(Temporal.PlainDate.from(key), working));
  const values = groups
    .filter(({ key }) => isCounted(key))
    .map(({ kpis: [kpi] }) => (kpi?.value == null ? null : Number(kpi.value)));
  const history = historyFrom(values);
  let ahead = 1;
  for (let day = end; Temporal.PlainDate.compare(day, from) < 0; day = stepUnits(day, unit, 1, settings)) ahead++;
  return { history, ahead };
}
