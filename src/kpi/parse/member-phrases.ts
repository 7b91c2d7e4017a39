/**
 * How people are named: "anna", "@anna", "for anna", "for @anna". Ten thousand people would make some hundred thousand such
 * phrases, and whoever asks would wait for them: only names are listed, and the mark before one is taken off to look it up.
 */
import { markers } from '../../language/en/question-words.ts';
import { keptFor, lengthOf, type Phrases } from './listed.ts';
import type { Meaning } from './meaning.ts';
import { folded } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

type Member = Vocabulary['members'][number];

interface Mark {
  mark: string;
  kind: 'member' | 'forMember';
}

const mentions = markers.member.map((mark): Mark => ({ mark: `${mark} `, kind: 'member' }));
const forThem = (marks: readonly Mark[]) =>
  marks.map(({ mark }): Mark => ({ mark: `${markers.for[0]} ${mark}`, kind: 'forMember' }));
const bare: Mark = { mark: '', kind: 'member' };

/** By name, and by what a mention holds: a member's id or the one in Slack. */
export const memberPhrases = keptFor<Member, { named: Phrases; mentioned: Phrases }>(
  phrasesOf,
  (one, other) =>
    one.id === other.id &&
    one.name === other.name &&
    one.slackUserId === other.slackUserId &&
    one.isStranger === other.isStranger,
);

function phrasesOf(members: readonly Member[]) {
  const known = members
    .filter(({ isStranger }) => !isStranger)
    .map(({ id, name }) => ({ id, name: folded(name) }))
    .filter(({ name }) => name !== '');
  const fullNames = new Set(known.map(({ name }) => name));
  const named = new Map<string, string[]>();
  for (const { id, name } of known) {
    add(named, name, id);
    for (const part of partsOf(name)) if (!fullNames.has(part)) add(named, part, id);
  }
  const mentioned = new Map<string, string[]>();
  for (const { id, slackUserId } of members) {
    add(mentioned, folded(id), id);
    if (slackUserId !== null) add(mentioned, folded(slackUserId), id);
  }
  mentioned.delete('');
  return {
    named: markedNames(named, [bare, ...mentions, ...forThem([bare, ...mentions])]),
    mentioned: markedNames(mentioned, [...mentions, ...forThem(mentions)]),
  };
}

/** All of one person are added before the next. */
function add(names: Map<string, string[]>, name: string, id: string): void {
  const ids = names.get(name);
  if (!ids) names.set(name, [id]);
  else if (ids.at(-1) !== id) ids.push(id);
}

/** A name's beginnings and ends: who is nobody's namesake is meant by them ("anna", "smith", "van der berg"). */
function partsOf(name: string): string[] {
  const parts: string[] = [];
  for (let cut = name.indexOf(' '); cut >= 0; cut = name.indexOf(' ', cut + 1)) {
    parts.push(name.slice(0, cut), name.slice(cut + 1));
  }
  return parts;
}

function markedNames(names: ReadonlyMap<string, readonly string[]>, marks: readonly Mark[]): Phrases {
  const suggested = marks.flatMap(({ mark, kind }) => (kind === 'member' ? [mark] : []));
  return {
    get: (phrase) => {
      const found = new Map<string, Meaning>();
      for (const { mark, kind } of marks) {
        const ids = phrase.startsWith(mark) ? names.get(phrase.slice(mark.length)) : undefined;
        for (const id of ids ?? []) found.set(`${kind} ${id}`, { kind, id });
      }
      return [...found.values()];
    },
    *all() {
      for (const name of names.keys()) yield { name, marks: suggested };
    },
    longest: longestOf(names.keys()) + longestOf(marks.map(({ mark }) => mark.trim())),
  };
}

function longestOf(phrases: Iterable<string>): number {
  let longest = 0;
  for (const phrase of phrases) longest = Math.max(longest, lengthOf(phrase));
  return longest;
}
