/** Every phrase that can be listed, with what it means. The brackets of this language are markers: "@anna", "team north", "by rep". */
import { markers } from '../../language/en/question-words.ts';
import { languagePhrases } from './language-phrases.ts';
import { isSame, listed, type Phrases, unmarked } from './listed.ts';
import type { Meaning } from './meaning.ts';
import { memberPhrases } from './member-phrases.ts';
import { folded } from './tokenise.ts';
import { valuePhrases } from './value-phrases.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Lexicon extends Phrases {
  has: (phrase: string) => boolean;
}

const MOST_KNOWN = 10_000;

const built = new WeakMap<Vocabulary, Lexicon>();

/** The phrases of a workspace, built once for a vocabulary. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const lexicon = built.get(vocabulary) ?? buildLexicon(vocabulary);
  built.set(vocabulary, lexicon);
  return lexicon;
}

function buildLexicon(vocabulary: Vocabulary): Lexicon {
  const { first, against, alone } = languagePhrases(vocabulary);
  const { named, mentioned } = memberPhrases(vocabulary.members);
  const values = valuePhrases(vocabulary.values);
  const parts = [first, teamPhrases(vocabulary.teams), named, ...values, mentioned, against];
  // What is offered is tried first, and each trial looks up the same words again.
  const known = new Map<string, readonly Meaning[]>();
  const get = (phrase: string): readonly Meaning[] => {
    const before = known.get(phrase);
    if (before) return before;
    const meanings = alone.get(phrase) ?? together(parts, phrase);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(phrase, meanings);
    return meanings;
  };
  return {
    get,
    has: (phrase) => get(phrase).length > 0,
    *all() {
      for (const part of parts) yield* part.all();
      yield* unmarked(alone.keys());
    },
    longest: Math.max(...parts.map(({ longest }) => longest)),
  };
}

function together(parts: readonly Phrases[], phrase: string): readonly Meaning[] {
  let found: readonly Meaning[] = [];
  for (const part of parts) {
    const more = part.get(phrase);
    const before = found;
    if (before.length === 0) found = more;
    else found = [...before, ...more.filter((meaning) => !before.some((each) => isSame(each, meaning)))];
  }
  return found;
}

function teamPhrases(teams: Vocabulary['teams']): Phrases {
  return listed(({ add, addMarked }) => {
    for (const { id, name } of teams) {
      for (const phrase of namesOfTeam(name)) {
        add(phrase, { kind: 'team', id });
        // "in North" may be the team or the region of that name: people are asked.
        addMarked(markers.value, phrase, { kind: 'team', id });
        for (const mark of markers.team) add(`${phrase} ${mark}`, { kind: 'team', id });
        addMarked(markers.team, phrase, { kind: 'team', id });
      }
      addMarked(markers.team, folded(id), { kind: 'team', id });
    }
  });
}

/** A team's name, and without the word "team" if that is part of it. */
function namesOfTeam(name: string): Set<string> {
  const words = folded(name).split(' ');
  const isMark = (word: string) => markers.team.some((mark) => mark === word);
  const names = [words, words.filter((word) => !isMark(word))].map((each) => each.join(' '));
  return new Set(names.map(folded).filter(Boolean));
}
