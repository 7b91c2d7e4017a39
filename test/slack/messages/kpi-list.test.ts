import { expect, test } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue/index.ts';
import { parseQuestion } from '../../../src/kpi/parse/parse-question.ts';
import type { Dimension } from '../../../src/kpi/question.ts';
import { dimensionWords, kpiWords } from '../../../src/language/words.ts';
import { families, familyListing, kpiListMessage } from '../../../src/slack/messages/kpi-list.ts';

test('the families together are the whole catalogue', () => {
  const titles = families.flatMap((family) => familyListing(family).kpis);
  expect(titles).toHaveLength(catalogue.length);
});

test.each(families)('the list of %s fits a message and its texts fit their blocks', (family) => {
  const { text, blocks } = kpiListMessage(family);
  expect(blocks.length).toBeLessThanOrEqual(10);
  expect(text.length).toBeLessThan(1500);
  for (const block of blocks) if (block.type === 'section') expect(block.text?.text.length).toBeLessThan(1500);
  expect(JSON.stringify(blocks)).not.toContain('…"');
});

test('what is said to type is understood as that number', () => {
  const vocabulary = {
    kpis: Object.entries(kpiWords).map(([id, words]) => ({ id, words })),
    dimensions: Object.entries(dimensionWords).map(([id, words]) => ({ id: id as Dimension, words })),
    calendar: 'gregory' as const,
    ...{ members: [], teams: [], values: [], me: null },
  };
  for (const family of families) {
    const ids = catalogue.filter((kpi) => kpi.family === family).map(({ id }) => id);
    for (const [index, { ask }] of familyListing(family).kpis.entries()) {
      const parsed = parseQuestion(ask.replace('/kpi ', ''), vocabulary);
      expect(parsed, ask).toMatchObject({ ok: true, question: { kpis: [ids[index]] } });
    }
  }
});
