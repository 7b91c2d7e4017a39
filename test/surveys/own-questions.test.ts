import { expect, it } from 'vitest';
import { ownFaults, readOwnQuestions, writtenOwnQuestions } from '../../src/surveys/own-questions.ts';
import { askedSchema, enpsQuestion, versionOf } from '../../src/surveys/questions.ts';

const faults = (...lines: string[]) => ownFaults(lines.join('\n')).map(({ line, what }) => `${line} ${what}`);

it('are read as those of standups: a scale, a choice, or words', () => {
  const written = 'How was it? (1-5)\nWhere do you like to work? (office | home | both)\nWhat else?';
  const questions = readOwnQuestions(written);
  expect(questions).toMatchObject([
    { kind: 'scale', text: 'How was it?', from: 1, to: 5 },
    { kind: 'choice', text: 'Where do you like to work?', choices: ['office', 'home', 'both'] },
    { kind: 'text', text: 'What else?' },
  ]);
  expect(writtenOwnQuestions(questions)).toBe(written);
  expect(questions.map((question) => askedSchema.parse(JSON.parse(JSON.stringify(question))))).toEqual(questions);
});

it('are known by what they say: in another order they are the same, in other words others', () => {
  const ids = (...lines: string[]) => readOwnQuestions(lines.join('\n')).map(({ id }) => id);
  const [how, what] = ids('How was it? (1-5)', 'What else?');
  expect(ids('What else?', '', ' How was it? (1-5) ')).toEqual([what, how]);
  for (const other of [
    'How was it? (1-6)',
    'How was it? (0-5)',
    'How was that? (1-5)',
    'How was it?',
    'How was it? (a | b)',
  ])
    expect(ids(other)).not.toEqual([how]);
  expect(ids('Where? (a | b)')).not.toEqual(ids('Where? (b | a)'));
});

it('say in which line something is wrong', () => {
  expect(faults('How was it? (1-5)', 'What else (if anything)?')).toEqual([]);
  expect(faults('How? (5-1)', 'How much? (1-20)', 'How hot? (5-15)', '(1-5)')).toEqual([
    '1 scale',
    '2 scale',
    '3 scale',
    '4 scale',
  ]);
  const many = Array.from({ length: 11 }, (_, index) => `c${index}`).join(' | ');
  expect(faults('Fine', 'Where? (office | )', `Which? (${many})`, `Which one? (a | ${'b'.repeat(76)})`)).toEqual([
    ...['2 choice', '3 choice', '4 choice'],
  ]);
  expect(faults('x'.repeat(151))).toEqual(['1 long']);
  expect(faults('Where? (a | b)', 'What?', '', 'Where? (a|b)')).toEqual(['4 twice']);
});

it('ask back about what was meant as a scale or a choice, rather than take it for a question for words', () => {
  for (const end of ['(1-5', '1-5)', '(1 – 5', '[1-5]', '(1—5)', '(1 to 5)', '(1..5)', '(1-5).', '(1-5) ?'])
    expect([end, ...faults(`How was it? ${end}`)]).toEqual([end, '1 scale']);
  for (const end of ['(a|b', 'a | b)', '[a | b]', 'a | b', '(a | b).'])
    expect([end, ...faults(`Where? ${end}`)]).toEqual([end, '1 choice']);
  expect(readOwnQuestions('How was it? (1–5 )')).toMatchObject([{ kind: 'scale', from: 1, to: 5 }]);
  expect(faults('How was week 12-13?', 'What of the plan (2027)?', 'Is it (still) fun?', 'Do we sell 24/7?')).toEqual(
    [],
  );
});

it('the version of any question changes with its words and its scale, and with nothing else', () => {
  const enps = enpsQuestion();
  expect(versionOf({ ...enps, id: 'enps.2' })).toBe(versionOf(enps));
  expect(versionOf({ ...enps, text: `${enps.text} ` })).not.toBe(versionOf(enps));
  // As the first rounds were kept, which knew no kinds.
  const { kind: _, ...old } = enps;
  expect(versionOf(askedSchema.parse(old))).toBe(versionOf(enps));
});
