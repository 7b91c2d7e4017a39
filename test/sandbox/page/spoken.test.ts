import { expect, it } from 'vitest';
import { spoken } from '../../../src/sandbox/page/text/spoken.ts';
import { DANA } from './people.ts';

const sales = { id: 'C1', name: 'sales' };
const names = { users: [DANA], channels: [sales] };

it.each([
  ['*77 %* of target, <@U1>', '77 % of target, @Dana Whitfield'],
  ['see <#C1> and <https://a.test|the record>', 'see #sales and the record'],
  ['won :tada: :no_such_emoji:', 'won 🎉 :no_such_emoji:'],
  ['as of <!date^1392734382^{date}|18 February>', 'as of 18 February'],
  ['one\n&gt; _two_\n```three```', 'one\ntwo\nthree'],
  ['<@U404|someone> &amp; <!here>', '@someone & @here'],
])('a notification says %j in words', (text, words) => {
  expect(spoken(text, names)).toBe(words);
});
