import { nameKey } from '../near-names.ts';
import type { Piece } from './pieces.ts';

/** Words that stand together and could be a name. */
export interface Run {
  pieces: readonly Piece[];
  text: string;
  /** Without what people write differently. */
  key: string;
}

/** In words. */
const LONGEST_NAME = 8;

/** Every run there is, the one with the longest key first; of equals the first. */
export function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < pieces.length; from++) {
    for (let to = from + 1; to <= Math.min(from + LONGEST_NAME, pieces.length); to++) {
      const last = pieces[to - 1];
      if (last?.kind !== 'word') break;
      const run = pieces.slice(from, to);
      const text = run.map((piece) => piece.text).join(' ');
      runs.push({ pieces: run, text, key: nameKey(text) });
      if (last.ends) break;
    }
  }
  return runs.sort((one, other) => other.key.length - one.key.length);
}
