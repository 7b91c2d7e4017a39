import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import { findKpi } from '../../src/kpi/catalogue/index.ts';
import type { Kpi } from '../../src/kpi/definition.ts';
import { type Asking, evaluate } from '../../src/kpi/evaluate.ts';
import type { Goal } from '../../src/kpi/goal-of-several.ts';
import { loadGoalsWithin } from '../../src/kpi/goals.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import type { Whose } from '../../src/kpi/question.ts';
import { subjectName, whoseTarget } from '../../src/kpi/subject.ts';
import { spanLabel } from '../../src/language/dates.ts';
import { figureText } from '../../src/language/figures.ts';
import { text } from '../../src/language/text.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { shareReached } from '../../src/targets/review.ts';
import type { NewTarget } from '../../src/targets/storage.ts';
import { type ChangedPart, changedParts, type Span } from './past-parts.ts';

/** The changes that a person is about to make to the goals of one person or team. */
interface Intended {
  kpi: Kpi;
  whose: Whose;
  /** Whose, in words. */
  name: string;
  /** The periods with their new goals in the workspace's currency; null: none, or in another currency. */
  spans: readonly (Span & { value: number | null })[];
}

export type Verb = 'set' | 'remove' | 'undo';
/** An import asks nobody: it says what it did. */
type Deed = Verb | 'import';

/** For this many people it says what would change; for the others only that something may. */
const MOST_TOLD = 5;

/**
 * Says how new goals would change what was reached in past periods, also if a past period's goal is a share of a
 * running, longer one's, as a quarter's is of a year's. Who changes a goal, and when, is stored with it. null: nothing
 * changes.
 */
export async function pastChanges(
  targets: readonly NewTarget[],
  deed: Deed,
  asked: Asking,
): Promise<{ said: string; areNew: boolean } | null> {
  const told: { said: string; areNew: boolean }[] = [];
  const all = intendedBy(targets, asked);
  let left = all.length;
  for (const intended of all) {
    if (told.length === MOST_TOLD) break;
    left--;
    const change = await changeOf(intended, deed, asked);
    if (change) told.push(change);
  }
  if (told.length === 0) return null;
  const lines = [...told.map(({ said }) => said), ...(left > 0 ? [text('target.past.others', { count: left })] : [])];
  return { said: lines.join('\n'), areNew: told.every(({ areNew }) => areNew) };
}

/** The intended changes of each person or team. */
function intendedBy(targets: readonly NewTarget[], { directory, workspace }: Asking): Intended[] {
  const kpi = findKpi(targets[0]?.kpi ?? '');
  if (!kpi) return [];
  return [...new Set(targets.map(({ subjectId }) => subjectId))].flatMap((subjectId) => {
    const own = targets.filter((target) => target.subjectId === subjectId);
    return own.slice(0, 1).map((first): Intended => {
      const whose = whoseTarget(first);
      const spans = own.map(({ startsOn, endsOn, value, currency }) => ({
        from: Temporal.PlainDate.from(startsOn),
        to: Temporal.PlainDate.from(endsOn),
        value: value !== null && (currency ?? workspace.currency) === workspace.currency ? Number(value) : null,
      }));
      return { kpi, whose, name: subjectName(whose, directory), spans };
    });
  });
}

/** What would change for one person or team; null: nothing. */
async function changeOf(intended: Intended, deed: Deed, asked: Asking) {
  const withShares = async (part: ChangedPart) => ({ ...part, shares: await attainments(intended, part, asked) });
  const [changed, ruled] = await Promise.all([changedThemselves(intended, deed, asked), changedParts(intended, asked)]);
  // If nothing was done or recorded, the shares stay the same, and nothing that was reached changes.
  const parts = (await Promise.all(ruled.map(withShares))).filter(({ shares }) => shares.before !== shares.after);
  const all = [...changed, ...parts];
  const [first] = all;
  const last = all.at(-1);
  if (!first || !last) return null;
  const { kpi, name } = intended;
  const when = deed === 'import' ? 'now' : 'next';
  const words = { kpi: kpiTitle(kpi.id).toLowerCase(), subject: escaped(name), when };
  const label = (span: Span) => spanLabel(span, calendarSettings(asked.workspace).calendar);
  const span = label({ from: first.from, to: last.to });
  if (changed.length === 0) {
    const told = parts.map(({ shares, ...part }) => text('target.past.part', { span: label(part), ...shares }));
    return { said: text('target.past.parts', { ...words, parts: told.join(', ') }), areNew: false };
  }
  if (all.length > 1)
    return { said: text('target.past.several', { ...words, span, count: all.length }), areNew: false };
  const shares = await attainments(intended, first, asked);
  const areNew = first.before === null;
  return { said: text(areNew ? 'target.past.first' : 'target.past', { ...words, span, ...shares }), areNew };
}

/** Those of the changed periods that are over; for a removal only those with a goal. */
async function changedThemselves({ kpi, whose, spans }: Intended, deed: Deed, asked: Asking): Promise<ChangedPart[]> {
  const today = localDay(asked.now, asked.workspace.zone);
  const over = spans.filter(({ to }) => Temporal.PlainDate.compare(to, today) <= 0);
  const [first] = over;
  const last = over.at(-1);
  if (!first || !last) return [];
  const goals = await loadGoalsWithin({ ...asked, kpis: [kpi], span: { from: first.from, to: last.to } });
  const changed = over.map(({ from, to, value }) => {
    const before = goals({ from, to, running: false }).goalOf(kpi, whose);
    return { from, to, before, after: value === null ? null : { value } };
  });
  return deed === 'remove' ? changed.filter(({ before }) => before !== null) : changed;
}

/** The share reached of the goal before and of the one after, in words. */
async function attainments({ kpi, whose }: Intended, { from, to, before, after }: ChangedPart, asked: Asking) {
  const period = { kind: 'between' as const, from: from.toString(), through: to.subtract({ days: 1 }).toString() };
  const answer = await evaluate(asked, { kpis: [kpi.id], whose, period, by: [] });
  const reached = answer.kpis[0]?.value ?? null;
  const share = (goal: Goal | null) => {
    // Goals of some people are no goal for what all of them did.
    if (goal === null || goal.whom || reached === null || kpi.better === 'neither') return '–';
    const part = shareReached({ target: goal.value, actual: Number(reached) }, kpi.better);
    return Number.isFinite(part) ? figureText(part, { unit: 'rate' }) : '–';
  };
  return { before: share(before), after: share(after) };
}
