/** "North vs South": names of one kind side by side. */
import { markers } from '../../language/en/question-words.ts';
import { type Found, isOneOf } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning, Side } from './meaning.ts';
import { same } from './same.ts';
import { valuesNamed } from './values-named.ts';

const LONGEST_NAME = 5;

/** As many sides as the words begin with; several readings where each name has several meanings of one kind. */
export function findVersus(words: readonly string[], lexicon: Lexicon): Found[] {
  const joints = words.flatMap((word, at) => (at > 0 && isOneOf(markers.versus, word) ? [at] : []));
  for (let count = joints.length; count > 0; count--) {
    const starts = [0, ...joints.slice(0, count).map((at) => at + 1)];
    const before = starts.slice(0, -1).map((start, side) => words.slice(start, joints[side]));
    const last = starts.at(-1) ?? 0;
    const end = Math.min(joints[count] ?? words.length, last + LONGEST_NAME);
    for (let length = end; length > last; length--) {
      const readings = sideBySide([...before, words.slice(last, length)].map((name) => sidesOf(name, lexicon)));
      if (readings.length) return readings.map((sides) => ({ length, meaning: { kind: 'versus', sides } }));
    }
  }
  return [];
}

/** What a name can mean that could stand beside others. */
function sidesOf(name: readonly string[], lexicon: Lexicon): Side[] {
  const phrase = name.join(' ');
  const sides = lexicon.get(phrase).filter(isSide);
  const values = valuesNamed(phrase, lexicon);
  return [...sides, ...values.filter((value) => !sides.some((each) => same(each, value)))];
}

const isSide = (meaning: Meaning): meaning is Side =>
  meaning.kind === 'team' || meaning.kind === 'member' || meaning.kind === 'where';

/** Each choice of one meaning for every name that is of one kind throughout, and names nothing twice. */
const sideBySide = (names: readonly (readonly Side[])[]): Side[][] =>
  names.reduce<Side[][]>(
    (rows, some) =>
      rows.flatMap((row) =>
        some
          .filter((each) => row.every((other) => kindOf(other) === kindOf(each) && !same(other, each)))
          .map((each) => [...row, each]),
      ),
    [[]],
  );

const kindOf = (side: Side) => (side.kind === 'where' ? side.by : side.kind);
