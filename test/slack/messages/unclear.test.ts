import { expect, test } from 'vitest';
import { unclearMessage } from '../../../src/slack/messages/unclear.ts';

test('a breakdown that is not named is asked for with a button for each', () => {
  const candidates = [{ label: 'by team', words: 'revenue by team' }];
  const { blocks } = unclearMessage({ problems: [{ kind: 'byless', word: 'by', candidates }], corrected: ['revenue'] });
  expect(blocks[1]).toMatchObject({ elements: [{ text: { text: 'by team' }, value: 'revenue by team' }] });
});

test('a word with two meanings is asked back with a button for each, which holds the question that settles it', () => {
  const { text, blocks } = unclearMessage(
    {
      problems: [
        {
          kind: 'ambiguous',
          word: 'anna',
          candidates: [
            { label: 'Anna <Smith>', words: 'Anna Smith revenue' },
            { label: 'x'.repeat(100), words: 'Anna Jones revenue' },
          ],
        },
      ],
      corrected: [],
    },
    'explain ',
  );
  expect(text).toContain('`anna` can mean Anna &lt;Smith&gt; or');
  expect(blocks[1]).toMatchObject({
    type: 'actions',
    elements: [
      { action_id: 'kpi.choose.0', text: { text: 'Anna <Smith>' }, value: 'explain Anna Smith revenue' },
      { action_id: 'kpi.choose.1', text: { text: `${'x'.repeat(74)}…` }, value: 'explain Anna Jones revenue' },
    ],
  });
});

const unknown = { kind: 'unknown' as const, word: 'revnue', suggestions: ['revenue'] };

test('what is unknown has a button for each whole question that may have been meant', () => {
  const { blocks } = unclearMessage({ problems: [unknown], corrected: ['revenue last month'] });
  expect(blocks[1]).toMatchObject({
    elements: [{ action_id: 'kpi.choose.0', text: { text: 'revenue last month' }, value: 'revenue last month' }],
  });
});

test('a mention is shown by its name, and kept as it is for who presses', () => {
  const words = 'revenue <@U012|anna.berger> last month';
  const { text, blocks } = unclearMessage({ problems: [unknown, { ...unknown, word: 'x <@U9>' }], corrected: [words] });
  expect(text).toContain('`revenue @anna.berger last month`');
  expect(text).toContain('`x @U9`');
  expect(blocks[1]).toMatchObject({ elements: [{ text: { text: 'revenue @anna.berger last month' }, value: words }] });
});

test('several unknown words are told with the whole question beside them, one alone without', () => {
  const corrected = ['revenue last month'];
  const two = unclearMessage({ problems: [unknown, { ...unknown, word: 'moth', suggestions: [] }], corrected });
  expect(two.text).toContain('`revenue last month`');
  expect(unclearMessage({ problems: [unknown], corrected }).text).not.toContain('`revenue last month`');
});

test('what is like nothing has no buttons', () => {
  expect(unclearMessage({ problems: [{ ...unknown, suggestions: [] }], corrected: [] }).blocks).toHaveLength(1);
});
