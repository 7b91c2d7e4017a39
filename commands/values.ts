import type { Value } from '../src/kpi/parse/vocabulary.ts';
import type { Dimension } from '../src/kpi/question.ts';
import type { WrittenValue } from '../src/kpi/written-values.ts';
import { valueWords } from '../src/language/en/dimension-words.ts';
import type { Directory } from '../src/people/directory.ts';
import { colleagues } from '../src/people/presence.ts';

/** Every value that a question can be filtered by: names from the directory, our own words, and what people typed. */
export function valuesOf(directory: Directory, written: readonly WrittenValue[]): Value[] {
  const { teams, regions, products, stages } = directory;
  const named = (by: Dimension, list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }): Value => ({ by, keys: [id], words: [name] }));
  const outermost = new Set(regions.flatMap(({ name, parentId }) => (parentId === null ? [folded(name)] : [])));
  // A country that is also an outermost region means that region: "in Germany" includes everything inside it.
  const isOutermost = ({ by, words }: Value) => by === 'country' && words.some((word) => outermost.has(folded(word)));
  const types = new Set(products.flatMap(({ type }) => type ?? []));
  return [
    ...named('rep', colleagues(directory)),
    ...named('team', teams),
    ...named('region', regions),
    ...named('product', products),
    ...named('stage', stages),
    ...spellings([
      ...[...types].map((key) => ({ by: 'product_type' as const, keys: [key], words: key })),
      ...written,
    ]).map((value) => (isOutermost(value) ? { ...value, isOvershadowed: true } : value)),
    ...ownValues,
  ];
}

/** Merges spellings such as "Web" and "web" into one value, and customers with the same name too. */
function spellings(written: readonly { by: Dimension; keys: readonly string[]; words: string }[]): Value[] {
  const together = new Map<string, Value>();
  for (const { by, keys, words } of written) {
    const spelling = `${by} ${folded(words)}`;
    const known = together.get(spelling);
    together.set(spelling, known ? { ...known, keys: [...known.keys, ...keys].sort() } : { by, keys, words: [words] });
  }
  return [...together.values()];
}

const folded = (name: string) => name.trim().toLowerCase();

const ownValues = [
  ...Object.entries(valueWords.type).map(([key, words]): Value => ({ by: 'type', keys: [key], words })),
  ...Object.entries(valueWords.outcome).map(([key, words]): Value => ({ by: 'outcome', keys: [key], words })),
  ...Object.entries(valueWords.result).map(([key, words]): Value => ({ by: 'result', keys: [key], words })),
  ...Object.entries(valueWords.kind).map(([key, words]): Value => ({ by: 'kind', keys: [key], words })),
  ...Object.entries(valueWords.weekday).map(([key, words]): Value => ({ by: 'weekday', keys: [key], words })),
  ...Array.from({ length: 24 }, (_, hour): Value => ({ by: 'hour', keys: [String(hour)], words: [String(hour)] })),
];
