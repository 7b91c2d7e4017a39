import type { Temporal } from 'temporal-polyfill';
import { dueDayAt } from './due-days.ts';
import { keywordAt } from './keywords.ts';
import type { Piece } from './pieces.ts';

export interface NextStep {
  text: string | null;
  on: Temporal.PlainDate | null;
  /** The pieces that are not part of it. */
  rest: readonly Piece[];
}

/**
 * Cuts the next step out: what follows `next:` to a semicolon, the next mark or the end. It can be quoted, with its day
 * behind; and where the type is not yet said, it ends with its day, because the rest must come after.
 */
export function cutNextStep(words: string, pieces: readonly Piece[], today: Temporal.PlainDate): NextStep {
  const mark = pieces.findIndex(({ kind }) => kind === 'next:');
  if (mark < 0) return { text: null, on: null, rest: pieces };
  const before = pieces.slice(0, mark);
  const after = pieces.slice(mark + 1);
  const length = lengthOf(after, !before.some(isType), today);
  const step = after.slice(0, length);
  const due = findDue(step, today);
  const said = due ? [...step.slice(0, due.at), ...step.slice(due.at + due.length)] : step;
  const rest = [...before, ...after.slice(length)];
  const [only] = said;
  if (only?.kind === 'quoted' && said.length === 1) return { text: only.text || null, on: due?.day ?? null, rest };
  return { text: textOf(words, said), on: due?.day ?? null, rest };
}

const isType = ({ kind, text }: Piece) =>
  kind === 'word' && (keywordAt([text])?.keywords.some(({ slot }) => slot === 'type') ?? false);

function lengthOf(after: readonly Piece[], endsWithDay: boolean, today: Temporal.PlainDate): number {
  const [first] = after;
  if (first?.kind === 'quoted') return 1 + (dueDayAt(wordsOf(after.slice(1)), today)?.length ?? 0);
  const marked = after.findIndex(({ kind }) => kind === 'note:' || kind === 'next:');
  const closed = after.findIndex(({ ends }) => ends) + 1;
  const length = Math.min(marked < 0 ? after.length : marked, closed || after.length);
  const due = endsWithDay ? firstDue(after.slice(0, length), today) : null;
  return due ? due.at + due.length : length;
}

interface Due {
  at: number;
  length: number;
  day: Temporal.PlainDate;
}

/** The day of a step: at its end or its beginning. One in the middle is understood and stays in the text. */
function findDue(step: readonly Piece[], today: Temporal.PlainDate): Due | null {
  const all = step.flatMap((_, at) => {
    const due = dueDayAt(wordsOf(step.slice(at)), today);
    return due ? [{ ...due, at }] : [];
  });
  const last = all.find(({ at, length }) => at + length === step.length) ?? all.find(({ at }) => at === 0);
  const [middle] = all;
  return last ?? (middle ? { ...middle, length: 0 } : null);
}

function firstDue(step: readonly Piece[], today: Temporal.PlainDate): Due | null {
  for (let at = 0; at < step.length; at++) {
    const due = dueDayAt(wordsOf(step.slice(at)), today);
    if (due) return { ...due, at };
  }
  return null;
}

function wordsOf(pieces: readonly Piece[]): string[] {
  const other = pieces.findIndex(({ kind }) => kind !== 'word');
  return pieces.slice(0, other < 0 ? pieces.length : other).map(({ text }) => text);
}

function textOf(words: string, [first, ...others]: readonly Piece[]): string | null {
  if (!first) return null;
  const typed = words.slice(first.start, others.at(-1)?.end ?? first.end).trim();
  return typed.replace(/[,;]+$/, '').trim() || null;
}
