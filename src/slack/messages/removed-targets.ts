import { figureText } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { SaidTarget } from '../../targets/said-target.ts';
import type { NewTarget } from '../../targets/storage.ts';
import type { Message } from './answer.ts';
import { buttons, section } from './mrkdwn.ts';
import { ownLines, type StayingGoal } from './staying-targets.ts';
import { type Told, targetActions, targetWords } from './targets.ts';

/** What applies to a period without a goal of its own, and the goals for other days that it follows from. */
export interface HoldsNow {
  value: number | null;
  goals: readonly StayingGoal[];
}

/** A removed goal, with the id of its withdrawal. */
export interface RemovedGoal {
  id: string;
  before: SaidTarget;
}

/** Says which goals were removed and what applies now, with *Undo*. */
export function removedMessage(removed: readonly RemovedGoal[], holds: HoldsNow, told: Told): Message {
  const [first] = removed;
  if (!first) return plain('');
  const words = targetWords(inOne(removed.map(({ before }) => before)), told);
  const line =
    removed.length === 1
      ? text('target.removed', words)
      : text('target.removed.several', { ...words, count: removed.length });
  const now = holds.value === null ? [] : [text('target.removed.holds', { value: written(holds.value, told) })];
  const undo = { actionId: targetActions.undo, label: text('target.button.undo'), value: first.id };
  const said = [line, ...now].join(' ');
  return { text: said, blocks: [section(said), buttons('target.set', [undo])] };
}

/** Says that there was no goal for exactly those periods. */
export function nothingRemovedMessage(asked: readonly NewTarget[], holds: HoldsNow, told: Told): Message {
  const still =
    holds.value === null
      ? []
      : [text('target.removed.still', { value: written(holds.value, told) }), ...ownLines(holds.goals, told)];
  return plain([text('target.removed.none', targetWords(inOne(asked), told)), ...still].join('\n'));
}

/** Sums up goals, given in order of time, as one from the first day to the last. */
function inOne(goals: readonly NewTarget[]): NewTarget {
  const [first] = goals;
  if (!first) throw new Error('a removal is of one goal or more');
  return { ...first, endsOn: goals.at(-1)?.endsOn ?? first.endsOn };
}

const plain = (line: string): Message => ({ text: line, blocks: [section(line)] });

const written = (value: number, { unit, currency }: Told) => figureText(value, { unit, currency });
