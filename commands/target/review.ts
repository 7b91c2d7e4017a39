import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import type { CalendarSettings } from '../../src/calendar/settings.ts';
import { settingsFor } from '../../src/calendar/span.ts';
import { stepUnits } from '../../src/calendar/units.ts';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { describeProblem } from '../../src/kpi/parse/problem.ts';
import { questionWords } from '../../src/kpi/parse/question-words.ts';
import { isPlain, type Question } from '../../src/kpi/question.ts';
import { spanLabel } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { managedTeamIds } from '../../src/people/manages.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { context, escaped } from '../../src/slack/messages/mrkdwn.ts';
import { reviewMessage } from '../../src/slack/messages/target-review.ts';
import { type TargetSpan, targetSpan } from '../../src/targets/target-span.ts';
import { vocabularyFor } from '../vocabulary.ts';
import { reviewedGoals } from './reviewed-goals.ts';
import { setOrAsk } from './set-or-ask.ts';

/** `/target review last quarter`: how far each person's goals were reached, and which to change for the period after. */
export async function review(words: string, asked: Asked): Promise<Reply> {
  const { workspace, member, now } = asked;
  if (member.role === 'rep') return say(text('target.review.rep'));
  const vocabulary = vocabularyFor(asked);
  const parsed = parseQuestion(words, vocabulary);
  if (!parsed.ok) return say(escaped(parsed.problems.map(describeProblem).join('\n')));
  const question = ofTheirPeople(parsed.question, asked);
  const settings = calendarSettings(workspace);
  const today = localDay(now, workspace.zone);
  const span = targetSpan(question.period, today, settings);
  const isOver = span && Temporal.PlainDate.compare(span.to, today) <= 0;
  if (!span || !isOver || span.unit === 'day' || !isPlain(question)) return say(text('target.review.period'));

  const next = spanAfter(span, settingsFor(question.period, settings));
  const goals = await reviewedGoals(question, { span, next }, vocabulary, asked);
  if (goals.length === 0) return say(text('target.review.none', { span: spanLabel(span, settings.calendar) }));
  const message = reviewMessage(goals, {
    span,
    next,
    isNextOver: Temporal.PlainDate.compare(next.to, today) <= 0,
    currency: workspace.currency,
    calendar: settings.calendar,
    words: questionWords(question, vocabulary),
  });
  return { message: () => message };
}

/** *Set it* on a proposal: sets the goal and shows the updated review; if the period is over by now, it asks first. */
export async function setProposed(value: string, asked: Asked): Promise<Reply> {
  const [setWords = '', reviewWords = ''] = value.split('\n');
  const done = await setOrAsk(setWords, asked);
  if (!done.isDone) return done;
  const rest = await review(reviewWords, asked);
  const said = done.message({ kind: 'none' }).text;
  return {
    ...done,
    message: (picture) => {
      const { text: line, blocks } = rest.message(picture);
      return { text: `${said} ${line}`, blocks: [context(said), ...blocks] };
    },
  };
}

/** Fills in what is not said: last month, for a manager their teams, for an admin everyone. */
function ofTheirPeople(question: Question, { member, directory }: Asked): Question {
  const { period, whose } = question;
  const isRunning = period.kind === 'this' && period.unit === 'month';
  const teamIds = managedTeamIds(member, directory);
  const isOwn = whose.scope === 'member' && whose.memberId === member.id;
  return {
    ...question,
    ...(isRunning ? { period: { kind: 'last', unit: 'month' } as const } : {}),
    ...(isOwn ? { whose: teamIds.length > 0 ? { scope: 'team', teamIds } : { scope: 'workspace' } } : {}),
  };
}

const spanAfter = ({ unit, to }: TargetSpan, settings: CalendarSettings): TargetSpan => ({
  unit,
  from: to,
  to: stepUnits(to, unit, 1, settings),
});
