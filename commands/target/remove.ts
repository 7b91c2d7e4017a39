import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import type { Kpi } from '../../src/kpi/definition.ts';
import { loadGoals } from '../../src/kpi/goals.ts';
import { type ParsedRemoval, parseRemoval } from '../../src/kpi/parse/parse-target.ts';
import type { Question } from '../../src/kpi/question.ts';
import { text } from '../../src/language/text.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { type HoldsNow, nothingRemovedMessage, removedMessage } from '../../src/slack/messages/removed-targets.ts';
import { changeTargets } from '../../src/targets/change.ts';
import { maySet } from '../../src/targets/may-set.ts';
import { plannedTargets } from '../../src/targets/plan.ts';
import { type TargetSpan, targetSpan } from '../../src/targets/target-span.ts';
import { vocabularyFor } from '../vocabulary.ts';
import { aimOf } from './aim.ts';
import { askFirst } from './doubts.ts';
import { hearsOf, toldReply } from './news.ts';
import { notUnderstood, refusing } from './refusing.ts';
import { stayingGoals } from './staying.ts';

/**
 * `/target remove revenue this quarter for @anna`: withdraws the goal of exactly that period, or of each month with
 * `per month`. Nothing is deleted, as Undo and the history still need it.
 */
export const remove = (words: string, asked: Asked): Promise<Reply> => withdraw(words, asked, { isSure: false });

/** The same once the person has confirmed that past periods may change. */
export const removeAnyway = (words: string, asked: Asked): Promise<Reply> => withdraw(words, asked, { isSure: true });

async function withdraw(words: string, asked: Asked, { isSure }: { isSure: boolean }): Promise<Reply> {
  const { db, workspace, directory, member, now } = asked;
  const refuse = refusing('remove', words, asked);
  if (member.role === 'rep') return refuse(text('target.refuse.rep'));
  const vocabulary = vocabularyFor(asked);
  const parsed = parseRemoval(words, vocabulary);
  if (!parsed.ok) return refuse(...notUnderstood('remove', parsed));
  const { question } = parsed;
  const today = localDay(now, workspace.zone);
  const aim = aimOf(question, directory);
  const spans = spansOf(parsed, today, asked);
  if ('reasons' in aim || 'refusal' in spans) {
    return refuse(...('reasons' in aim ? aim.reasons : []), ...('refusal' in spans ? [spans.refusal] : []));
  }
  const { kpi, subject, name } = aim;
  if (!maySet(member, subject, directory, today.toString())) {
    return refuse(text('target.refuse.manager', { subject: name }));
  }

  const none = { workspaceId: workspace.id, kpi: kpi.id, ...subject, setById: member.id, value: null, currency: null };
  const withdrawals = spans.spans.map(({ unit, from, to }) => {
    return { ...none, unit, startsOn: from.toString(), endsOn: to.toString() };
  });
  const asking = isSure ? null : await askFirst(withdrawals, { verb: 'remove', value: words }, asked);
  if (asking) return asking;

  const { changed, notices } = await changeTargets(db, withdrawals, hearsOf(asked));
  const removed = changed.flatMap(({ id, before }) => (id && before ? [{ id, before }] : []));
  const { calendar } = calendarSettings(workspace);
  const told = { subject: name, unit: kpi.unit, currency: workspace.currency, calendar };
  const [only, ...others] = spans.spans;
  const holds: HoldsNow = {
    value: only && others.length === 0 ? await holdingNow(kpi, question, only, asked) : null,
    goals: await stayingGoals(withdrawals, question, vocabulary, asked),
  };
  const message =
    removed.length > 0 ? removedMessage(removed, holds, told) : nothingRemovedMessage(withdrawals, holds, told);
  return removed.length > 0 ? toldReply(message, notices, asked) : { message: () => message };
}

function spansOf(
  { question, plan, isDaily, saysPeriod }: ParsedRemoval & { ok: true },
  today: Temporal.PlainDate,
  { workspace }: Asked,
): { spans: TargetSpan[] } | { refusal: string } {
  if (isDaily) return { refusal: text('target.refuse.period') };
  const settings = calendarSettings(workspace);
  if (!plan) {
    const span = targetSpan(question.period, today, settings);
    return span ? { spans: [span] } : { refusal: text('target.refuse.period') };
  }
  const period = saysPeriod ? question.period : null;
  const spans = plannedTargets({ plan, period, value: '1', digits: 0 }, today, settings);
  return typeof spans === 'string' ? { refusal: text(`target.refuse.plan.${spans}`) } : { spans };
}

/** The goal that the period still has through other goals; null: none. */
async function holdingNow(
  kpi: Kpi,
  { whose }: Question,
  { from, to }: TargetSpan,
  { db, workspace, directory, now }: Asked,
): Promise<number | null> {
  const period = { from, to, running: false };
  const goals = await loadGoals({ db, workspace, directory, now, kpis: [kpi], period });
  return goals.goalOf(kpi, whose)?.value ?? null;
}
