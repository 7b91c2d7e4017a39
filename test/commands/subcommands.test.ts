import { expect, test } from 'vitest';
import { subcommandIn, withSubcommand } from '../../commands/kpi/subcommands.ts';
import type { NotUnderstood } from '../../src/kpi/parse/not-understood.ts';

test.each([
  ['leaderboard win rate', { name: 'leaderboard', rest: 'win rate' }],
  ['Who is my best rep?', { name: 'leaderboard', rest: '?' }],
  ['who is best', { name: 'leaderboard', rest: '' }],
  ['who is the best in calls', { name: 'leaderboard', rest: 'in calls' }],
  ['who’s our best seller last month', { name: 'leaderboard', rest: 'last month' }],
  ['show me the leaderboard', { name: 'leaderboard', rest: '' }],
  ['reports', { name: 'report', rest: '' }],
  ['please explain win rate', { name: 'explain', rest: 'win rate' }],
  ['List deals', { name: 'list', rest: 'deals' }],
])('“%s” is no question about numbers', (words, subcommand) => {
  expect(subcommandIn(words)).toEqual(subcommand);
});

test.each(['revenue', 'listless', 'show me the revenue', 'my reporting', 'win rate of the best rep', ''])(
  '“%s” is a question',
  (words) => expect(subcommandIn(words)).toBeNull(),
);

const unclear = (word: string): NotUnderstood => ({
  ok: false,
  problems: [{ kind: 'unknown', word, suggestions: [] }],
  corrected: [],
});

test('a slip in the first word may have been meant for a subcommand', () => {
  expect(withSubcommand(unclear('leaderbord'), 'leaderbord revenue')).toEqual({
    ok: false,
    problems: [{ kind: 'unknown', word: 'leaderbord', suggestions: ['leaderboard'] }],
    corrected: ['leaderboard revenue'],
  });
  expect(withSubcommand(unclear('leaderbord'), 'revenue leaderbord').corrected).toEqual([]);
  expect(withSubcommand(unclear('xylophone'), 'xylophone').corrected).toEqual([]);
});
