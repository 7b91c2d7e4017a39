import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import type { Kpi } from '../../src/kpi/definition.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import type { Goal } from '../../src/kpi/goal-of-several.ts';
import { loadGoalsWithin } from '../../src/kpi/goals.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import type { Question } from '../../src/kpi/question.ts';
import { spanLabel } from '../../src/language/dates.ts';
import { figureText } from '../../src/language/figures.ts';
import { text } from '../../src/language/text.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { escaped, fittingButtons, section } from '../../src/slack/messages/mrkdwn.ts';
import { targetActions } from '../../src/slack/messages/targets.ts';
import { shareReached } from '../../src/targets/review.ts';
import { type ChangedPart, changedParts, type Span } from './past-parts.ts';

/** A change of a goal that somebody is about to make. */
interface Intended {
  kpi: Kpi;
  question: Question;
  /** Whose, in words. */
  name: string;
  /** Each with its new goal in the workspace's currency; null: none, or in another currency. */
  spans: readonly (Span & { value: number | null })[];
}

/**
 * Asks before a goal of a period that is over is changed, or set where there was none, because what was reached of it
 * changes too; also where that goal follows from the one of a longer period that runs, as a quarter's from a year's. Who
 * does it and when is kept with the goal. Null: nothing that is over would change.
 */
export async function askFirst(
  intended: Intended,
  verb: 'set' | 'remove',
  words: string,
  asked: Asked,
): Promise<Reply | null> {
  const withShares = async (part: ChangedPart) => ({ ...part, shares: await attainments(intended, part, asked) });
  const [changed, ruled] = await Promise.all([
    changedThemselves(intended, verb, asked),
    changedParts(intended.kpi, intended.question, intended.spans, asked),
  ]);
  // Where nothing was done, or nothing is recorded, nothing that was reached changes with the goal.
  const parts = (await Promise.all(ruled.map(withShares))).filter(({ shares }) => shares.before !== shares.after);
  const all = [...changed, ...parts];
  const [first] = all;
  const last = all.at(-1);
  if (!first || !last) return null;
  const { kpi, name } = intended;
  const said = { kpi: kpiTitle(kpi.id).toLowerCase(), subject: escaped(name) };
  const label = (span: Span) => spanLabel(span, calendarSettings(asked.workspace).calendar);
  const span = label({ from: first.from, to: last.to });
  const sentence = async () => {
    if (changed.length === 0) {
      const told = parts.map(({ shares, ...part }) => text('target.past.part', { span: label(part), ...shares }));
      return text('target.past.parts', { ...said, parts: told.join(', ') });
    }
    if (all.length > 1) return text('target.past.several', { ...said, span, count: all.length });
    return text(first.before === null ? 'target.past.first' : 'target.past', {
      ...{ ...said, span, ...(await attainments(intended, first, asked)) },
    });
  };
  const line = await sentence();
  const action = { actionId: verb === 'set' ? targetActions.setAnyway : targetActions.removeAnyway, value: words };
  return say(line, [
    section(line),
    ...fittingButtons('target.past', [{ ...action, label: text(`target.button.${verb}_anyway`) }]),
  ]);
}

/** Those of the periods themselves that are over; of a removal those that have a goal. */
async function changedThemselves(
  { kpi, question, spans }: Intended,
  verb: 'set' | 'remove',
  asked: Asked,
): Promise<ChangedPart[]> {
  const today = localDay(asked.now, asked.workspace.zone);
  const over = spans.filter(({ to }) => Temporal.PlainDate.compare(to, today) <= 0);
  const [first] = over;
  const last = over.at(-1);
  if (!first || !last) return [];
  const goals = await loadGoalsWithin({ ...asked, kpis: [kpi], span: { from: first.from, to: last.to } });
  const changed = over.map(({ from, to, value }) => {
    const before = goals({ from, to, running: false }).goalOf(kpi, question.whose);
    return { from, to, before, after: value === null ? null : { value } };
  });
  return verb === 'set' ? changed : changed.filter(({ before }) => before !== null);
}

/** What is reached of the goal there is, and of the one to come. */
async function attainments({ kpi, question }: Intended, { from, to, before, after }: ChangedPart, asked: Asked) {
  const period = { kind: 'between' as const, from: from.toString(), through: to.subtract({ days: 1 }).toString() };
  const answer = await evaluate(asked, { ...question, kpis: [kpi.id], period, by: [] });
  const reached = answer.kpis[0]?.value ?? null;
  const share = (goal: Goal | null) => {
    // Some people's goals are none of what all of them did.
    if (goal === null || goal.whom || reached === null || kpi.better === 'neither') return '–';
    const part = shareReached({ target: goal.value, actual: Number(reached) }, kpi.better);
    return Number.isFinite(part) ? figureText(part, { unit: 'rate' }) : '–';
  };
  return { before: share(before), after: share(after) };
}
