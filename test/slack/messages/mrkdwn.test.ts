import { expect, test } from 'vitest';
import { buttons, escaped, fittingButtons, plainText, unmarked } from '../../../src/slack/messages/mrkdwn.ts';

test('a button whose question is longer than Slack carries is left out, and a row of none is no row', () => {
  const button = (actionId: string, length: number) => ({ actionId, label: 'Explain', value: 'x'.repeat(length) });
  const [row] = fittingButtons('row', [button('fits', 2000), button('too long', 2001)]);
  expect(row?.elements.map(({ action_id }) => action_id)).toEqual(['fits']);
  expect(fittingButtons('row', [button('too long', 2001)])).toEqual([]);
});

test.each([
  ['ask <@U123|anna> in <#C123|sales>', 'ask @anna in #sales'],
  ['ask <@U123> in <#C123|>', 'ask @U123 in #C123'],
  ['<mailto:jane@acme.com|jane@acme.com> of <http://acme.com|acme.com>', 'jane@acme.com of acme.com'],
  ['<https://acme.com/a?b=1>, <tel:+4930|030>', 'https://acme.com/a?b=1, 030'],
  ['1 < 2 > 1, <!channel>, <b>', '1 < 2 > 1, <!channel>, <b>'],
])('%s is read as %s where Slack draws no marks', (written, read) => {
  expect(unmarked(written)).toBe(read);
  expect(plainText(written).text).toBe(read);
  expect(buttons('row', [{ actionId: 'a', label: written, value: '' }]).elements[0]?.text.text).toBe(read);
});

test('what somebody typed names people and channels, and pings nobody', () => {
  expect(escaped('<@U123|anna> & <!channel>')).toBe('@anna &amp; &lt;!channel&gt;');
});
