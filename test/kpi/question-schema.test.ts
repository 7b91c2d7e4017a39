import { expect, test } from 'vitest';
import { questionOf } from '../../src/kpi/question-schema.ts';

const asked = { kpis: ['revenue'], whose: { scope: 'workspace' }, period: { kind: 'this', unit: 'month' } };

test('a button of an older version has one breakdown or none', () => {
  expect(questionOf(JSON.stringify({ ...asked, by: 'rep' }))).toEqual({ ...asked, by: ['rep'] });
  expect(questionOf(JSON.stringify({ ...asked, by: null }))).toEqual({ ...asked, by: [] });
});

test('a button keeps all of its question', () => {
  const question = {
    ...asked,
    by: ['region', 'month'],
    where: [{ by: 'source', keys: ['web'] }],
    top: 5,
    against: 'lastYear',
  };
  expect(questionOf(JSON.stringify(question))).toEqual(question);
});

test('a button with what nobody can ask is refused', () => {
  for (const by of [['rep', 'team', 'region'], ['moon'], undefined])
    expect(() => questionOf(JSON.stringify({ ...asked, by }))).toThrow(
      expect.objectContaining({ code: 'slack.unknown_action' }),
    );
});
