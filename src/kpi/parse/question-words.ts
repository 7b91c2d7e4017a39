import { markers } from '../../language/en/question-words.ts';
import type { Question } from '../question.ts';
import { lexiconOf } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { wordsFor } from './meaning-words.ts';
import { parseQuestion } from './parse-question.ts';
import { same } from './same.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A question in words that parse back to it: "Anna Smith win_rate 2017-Q3 by rep". People and teams that the
 * vocabulary does not have are left out. Where neighbouring words would be read as one, the strictest words are used.
 */
export function questionWords(question: Question, vocabulary: Vocabulary): string {
  const lexicon = lexiconOf(vocabulary);
  const meanings = meaningsIn(question, vocabulary);
  const say = (style: 'plain' | 'strict') =>
    meanings.map((meaning) => wordsFor(meaning, style, vocabulary, lexicon)).filter((words) => words !== null);

  const plain = say('plain').join(' ');
  const parsed = parseQuestion(plain, vocabulary);
  if (parsed.ok && same(parsed.question, question)) return plain;
  // Behind a filter a comma goes on with its values.
  const isFilter = (words: string) => words.startsWith(`${markers.where[0]} `);
  const strict = say('strict');
  return [...strict.filter((words) => !isFilter(words)), ...strict.filter(isFilter)].join(', ');
}

function meaningsIn(
  { kpis, whose, period, by, where = [], top, against }: Question,
  { me, values }: Vocabulary,
): Meaning[] {
  const meanings: Meaning[] = kpis.map((id) => ({ kind: 'kpi', id }));
  switch (whose.scope) {
    case 'member':
      meanings.unshift(whose.memberId === me?.memberId ? { kind: 'me' } : { kind: 'member', id: whose.memberId });
      break;
    case 'team':
      if (me && same(whose.teamIds, me.teamIds)) meanings.unshift({ kind: 'ownTeam' });
      else meanings.unshift(...whose.teamIds.map((id): Meaning => ({ kind: 'team', id })));
      break;
    case 'workspace':
      meanings.unshift({ kind: 'workspace' });
  }
  meanings.push({ kind: 'period', period });
  for (const filter of where) {
    const said = values.filter(
      (value) => value.by === filter.by && value.keys.every((key) => filter.keys.includes(key)),
    );
    for (const value of said) meanings.push({ kind: 'where', by: value.by, keys: value.keys });
  }
  for (const each of by) meanings.push({ kind: 'by', by: each });
  if (top) meanings.push({ kind: 'top', n: top, by: null });
  if (against) meanings.push({ kind: 'against', against });
  return meanings;
}
