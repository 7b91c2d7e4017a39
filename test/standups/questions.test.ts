import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesOf, defaultQuestions, readQuestions, saysNothing } from '../../src/standups/questions.ts';

describe('questions, one a line', () => {
  it('are words, a scale, or a choice; a ! asks what is in the way', () => {
    const written = [
      'What did you do?',
      '',
      '  How was it? (1-5) ',
      'Where are you? (office | at home)',
      '! Is anything in your way?',
    ].join('\n');
    expect(readQuestions(written)).toEqual([
      { id: 'q1', kind: 'text', text: 'What did you do?', blocks: false },
      { id: 'q2', kind: 'scale', text: 'How was it?', from: 1, to: 5 },
      { id: 'q3', kind: 'choice', text: 'Where are you?', choices: ['office', 'at home'] },
      { id: 'q4', kind: 'text', text: 'Is anything in your way?', blocks: true },
    ]);
  });

  it('keep a bracket that is neither', () => {
    for (const line of [
      'What next (today)?',
      'Why (briefly)',
      'Sure? (yes)',
      'How much? (5-1)',
      'Which year? (1990-2026)',
    ])
      expect(readQuestions(line)).toEqual([{ id: 'q1', kind: 'text', text: line, blocks: false }]);
  });

  it('are by default about yesterday, today and what is in the way', () => {
    expect(readQuestions(defaultQuestions()).map((each) => each.kind === 'text' && each.blocks)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('have an id of their own each, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        const questions = readQuestions(lines.join('\n'));
        expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
      }),
    );
  });
});

it('a scale is chosen from its numbers, a choice from its words, and text is written', () => {
  expect(readQuestions('How? (0–3)\nWhere? (a|b)\nWhat?').map(choicesOf)).toEqual([
    ['0', '1', '2', '3'],
    ['a', 'b'],
    null,
  ]);
});

it('who writes that nothing is in the way is not held up', () => {
  for (const words of ['no', 'None.', ' nothing ', 'n/a', '-', 'All good!'])
    expect(saysNothing(words), words).toBe(true);
  for (const words of ['no budget', 'Nothing works', 'legal']) expect(saysNothing(words), words).toBe(false);
});
