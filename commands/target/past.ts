import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import type { Kpi } from '../../src/kpi/definition.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
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

/** A change of a goal that somebody is about to make. */
interface Intended {
  kpi: Kpi;
  question: Question;
  /** Whose, in words. */
  name: string;
  /** Each with its new goal in the workspace's currency; null: none, or in another currency. */
  spans: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate; value: number | null }[];
}

/**
 * Asks before a goal of a period that is over is changed, or set where there was none, because what was reached of it
 * changes too; who does it and when is kept with the goal. Null: nothing that is over would change.
 */
export async function askFirst(
  { kpi, question, name, spans }: Intended,
  verb: 'set' | 'remove',
  words: string,
  asked: Asked,
): Promise<Reply | null> {
  const { workspace, now } = asked;
  const today = localDay(now, workspace.zone);
  const over = spans.filter(({ to }) => Temporal.PlainDate.compare(to, today) <= 0);
  const [first] = over;
  const last = over.at(-1);
  if (!first || !last) return null;
  const goals = await loadGoalsWithin({ ...asked, kpis: [kpi], span: { from: first.from, to: last.to } });
  const held = over.map(
    ({ from, to }) => goals({ from, to, running: false }).goalOf(kpi, question.whose)?.value ?? null,
  );
  const count = verb === 'set' ? over.length : held.filter((target) => target !== null).length;
  if (count === 0) return null;
  const said = {
    kpi: kpiTitle(kpi.id).toLowerCase(),
    subject: escaped(name),
    span: spanLabel({ from: first.from, to: last.to }, calendarSettings(workspace).calendar),
  };
  const [before = null] = held;
  const line =
    over.length === 1
      ? text(before === null ? 'target.past.first' : 'target.past', {
          ...said,
          ...(await attainments(kpi, question, { ...first, before }, asked)),
        })
      : text('target.past.several', { ...said, count });
  const action = { actionId: verb === 'set' ? targetActions.setAnyway : targetActions.removeAnyway, value: words };
  return say(line, [
    section(line),
    ...fittingButtons('target.past', [{ ...action, label: text(`target.button.${verb}_anyway`) }]),
  ]);
}

/** What is reached of the goal there is, and of the one to come. */
async function attainments(
  kpi: Kpi,
  question: Question,
  { from, to, before, value }: Intended['spans'][number] & { before: number | null },
  asked: Asked,
) {
  const period = { kind: 'between' as const, from: from.toString(), through: to.subtract({ days: 1 }).toString() };
  const answer = await evaluate(asked, { ...question, kpis: [kpi.id], period, by: [] });
  const reached = answer.kpis[0]?.value ?? null;
  const share = (target: number | null) => {
    if (target === null || reached === null || kpi.better === 'neither') return '–';
    const part = shareReached({ target, actual: Number(reached) }, kpi.better);
    return Number.isFinite(part) ? figureText(part, { unit: 'rate' }) : '–';
  };
  return { before: share(before), after: share(value) };
}
