/** Names that are like others or like the language, and very many of them. */
import { expect, test } from 'vitest';
import { lexiconOf } from '../../src/kpi/parse/lexicon.ts';
import { memberPhrases } from '../../src/kpi/parse/member-phrases.ts';
import type { Value } from '../../src/kpi/parse/vocabulary.ts';
import { asked, member, office, ofMaria } from './parse-vocabulary.ts';

test('a name that has “or” or a comma in it is one name', () => {
  const named = ['Now', 'Never', 'Now or Never', 'Salt, Pepper'].map((name) => ({
    ...{ by: 'source' as const, keys: [name], words: [name] },
  }));
  const shop = { ...office, values: [...office.values, ...named] };
  const keysIn = (words: string) => asked(words, shop).where?.[0]?.keys;
  expect(keysIn('leads where source = Now or Never')).toEqual(['Now or Never']);
  expect(keysIn('leads where source = Never or Now')).toEqual(['Never', 'Now']);
  expect(keysIn('leads where source = "Salt, Pepper" or Now')).toEqual(['Now', 'Salt, Pepper']);
});

test('someone whose whole name is Anna is meant by “anna”, although others are called so too', () => {
  const withAnna = { ...office, members: [...office.members, { id: 'anna', name: 'Anna', slackUserId: null }] };
  expect(asked('anna', withAnna)).toMatchObject(member('anna'));
});

test('in a company where two thousand have one first name each is still found by their whole name, and soon', () => {
  const members = Array.from({ length: 2_000 }, (_, index) => ({
    ...{ id: `m${index}`, name: `Anna Nr${index}`, slackUserId: `U0A${index}` },
  }));
  const crowd = { ...office, members: [...office.members, ...members] };
  expect(asked('Anna Nr7', crowd)).toMatchObject(member('m7'));
  expect(asked('me', crowd)).toMatchObject(ofMaria);
});

test('of ten thousand people only the names are listed, once for all questions, and not with each mark before them', () => {
  const members = Array.from({ length: 10_000 }, (_, index) => ({
    ...{ id: `m${index}`, name: `First${index} Last${index}`, slackUserId: `U0B${index}` },
  }));
  const values = members.map(({ id, name }): Value => ({ by: 'rep', keys: [id], words: [name] }));
  const crowd = { ...office, members, values };
  // The full name, its two parts, id and Slack id; as a value the name and the id.
  expect([...lexiconOf(crowd).all()].length - [...lexiconOf({ ...office, members: [], values: [] }).all()].length).toBe(
    7 * members.length,
  );
  expect(asked('for @first7', crowd)).toMatchObject(member('m7'));
  expect(memberPhrases(members.map((each) => ({ ...each })))).toBe(memberPhrases(members));
  expect(
    asked('Newby', { ...crowd, members: [...members, { id: 'n', name: 'Newby', slackUserId: null }] }),
  ).toMatchObject(member('n'));
});
