import { localDay } from '../../src/calendar/local-day.ts';
import { workingDaysIn } from '../../src/calendar/working-days.ts';
import { addsUpOverTime, type Kpi } from '../../src/kpi/definition.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import type { ParsedTarget } from '../../src/kpi/parse/parse-target.ts';
import { insteadOfEachDay } from '../../src/kpi/parse/target-plan.ts';
import type { Whose } from '../../src/kpi/question.ts';
import { unitWords } from '../../src/language/en/period-words.ts';
import { text } from '../../src/language/text.ts';
import { memberCalendar, workspaceCalendar } from '../../src/people/working-calendar.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import type { Asked } from '../../src/slack/command.ts';
import { targetSpan } from '../../src/targets/target-span.ts';

/**
 * Refuses "10 calls per day", as there are no goals per day, and says what to type instead: the working days of a week
 * times that amount "per week", or those of the month if the words say "this month".
 */
export function insteadOfDaily(
  words: string,
  { question: { whose, period }, amount, typed, saysPeriod }: ParsedTarget & { ok: true },
  kpi: Kpi,
  asked: Asked,
): string {
  const { workspace, now } = asked;
  const span = saysPeriod ? targetSpan(period, localDay(now, workspace.zone), calendarSettings(workspace)) : null;
  const calendar = calendarOf(whose, asked);
  const days = span ? workingDaysIn(span.from, span.to, calendar) : calendar.workingDays.length;
  const sum = addsUpOverTime(kpi) ? timesOf(Number(amount.value), days) : null;
  const other = span ? '' : `per ${unitWords.week[0]}`;
  const number = sum === null ? typed : [sum, amount.currency ?? ''].join(' ').trim();
  const instead = insteadOfEachDay(words, other).replace(typed, () => number);
  return text('target.refuse.daily', {
    ...{ kpi: kpiTitle(kpi.id), typed, days, words: `/target set ${instead}` },
    adds: String(sum !== null),
  });
}

/** The product without binary rounding noise. */
const timesOf = (value: number, days: number) => Number((value * days).toPrecision(12));

const calendarOf = (whose: Whose, { directory, workspace }: Asked) =>
  whose.scope === 'member'
    ? memberCalendar(whose.memberId, directory, workspace)
    : workspaceCalendar(workspace, directory);
