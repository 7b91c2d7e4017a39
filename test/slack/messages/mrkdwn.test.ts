import { expect, test } from 'vitest';
import { fittingButtons } from '../../../src/slack/messages/mrkdwn.ts';

test('a button whose question is longer than Slack carries is left out, and a row of none is no row', () => {
  const button = (actionId: string, length: number) => ({ actionId, label: 'Explain', value: 'x'.repeat(length) });
  const [row] = fittingButtons('row', [button('fits', 2000), button('too long', 2001)]);
  expect(row?.elements.map(({ action_id }) => action_id)).toEqual(['fits']);
  expect(fittingButtons('row', [button('too long', 2001)])).toEqual([]);
});
