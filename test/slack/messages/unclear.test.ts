import { expect, test } from 'vitest';
import { unclearMessage } from '../../../src/slack/messages/unclear.ts';

test('a word with two meanings is asked back with a button for each, which holds the question that settles it', () => {
  const { text, blocks } = unclearMessage([
    {
      kind: 'ambiguous',
      word: 'anna',
      candidates: [
        { label: 'Anna <Smith>', words: 'Anna Smith revenue' },
        { label: 'x'.repeat(100), words: 'Anna Jones revenue' },
      ],
    },
  ]);
  expect(text).toContain('`anna` can mean Anna &lt;Smith&gt; or');
  expect(blocks[1]).toMatchObject({
    type: 'actions',
    elements: [
      { action_id: 'kpi.choose.0', text: { text: 'Anna <Smith>' }, value: 'Anna Smith revenue' },
      { action_id: 'kpi.choose.1', text: { text: `${'x'.repeat(74)}…` }, value: 'Anna Jones revenue' },
    ],
  });
});

test('what is only unknown has no buttons', () => {
  expect(unclearMessage([{ kind: 'unknown', word: 'revnue', suggestions: ['revenue'] }]).blocks).toHaveLength(1);
});
