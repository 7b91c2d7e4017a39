import { expect, it } from 'vitest';
import { whatMoved } from '../../../src/kpi/moved/what-moved.ts';
import { movedText } from '../../../src/slack/messages/moved.ts';
import { useDatabase } from '../../support/database.ts';
import { type AnswerFact, type DealFact, type Facts, lost, won } from '../../support/facts.ts';
import { plain } from '../../support/reading.ts';
import { type About, tell } from '../asking.ts';

const db = useDatabase();

/** What is said under March's answer, one that is compared with February. */
async function said(facts: Facts, kpis: readonly string[], about: About = {}): Promise<string[]> {
  const story = await tell(db(), facts);
  const moved = await whatMoved(story.at('2026-06-15T12:00'), await story.ask(kpis, about), true);
  return plain(movedText(moved)).split('\n').filter(Boolean);
}

/** So many customers' people who would recommend us, do not know, and would not. */
const answers = (customer: string, month: string, ...numbers: [number, number, number]): AnswerFact[] =>
  [9, 8, 3].flatMap((score, kind) =>
    Array.from({ length: numbers[kind] ?? 0 }, (_, index) => ({
      ...{ instrument: 'nps' as const, score, customer, respondent: `${kind} ${index}` },
      when: `${month}-${String((index % 20) + 1).padStart(2, '0')}`,
    })),
  );

const customers = { Big: { segment: 'Enterprise' }, Small: { segment: 'SMB' } };
const mixture = [
  ...answers('Big', '2026-02', 84, 12, 24),
  ...answers('Small', '2026-02', 6, 6, 18),
  ...answers('Big', '2026-03', 27, 3, 0),
  ...answers('Small', '2026-03', 36, 24, 60),
];

it('an NPS that falls while it rises in every segment is said to, with what it is made of now', async () => {
  const sentence =
    'NPS fell by 30 pts, although by segment it rose in both: segment Enterprise, where it is higher, now makes up 20 % of it, 80 % before.';
  expect(await said({ customers, answers: mixture }, ['nps'])).toEqual([sentence]);
  expect(await said({ customers, answers: mixture }, ['nps'], { by: 'segment' })).toEqual([sentence]);
});

it('of a tenth of the answers nothing is said: neither the fall nor the rise is more than chance', async () => {
  const few = [
    ...answers('Big', '2026-02', 8, 1, 2),
    ...answers('Small', '2026-02', 1, 1, 2),
    ...answers('Big', '2026-03', 3, 0, 0),
    ...answers('Small', '2026-03', 4, 2, 6),
  ];
  expect(await said({ customers, answers: few }, ['nps'])).toEqual([]);
});

it('an NPS that falls with its segments is only a number that fell', async () => {
  const falling = [
    ...answers('Big', '2026-02', 84, 12, 24),
    ...answers('Small', '2026-02', 36, 24, 60),
    ...answers('Big', '2026-03', 40, 20, 60),
    ...answers('Small', '2026-03', 6, 30, 84),
  ];
  expect(await said({ customers, answers: falling }, ['nps'])).toEqual([]);
});

const deals = (region: string, month: string, wins: number, losses: number): DealFact[] => [
  ...Array.from({ length: wins }, () => won('anna', `${month}-05`, 100, { region })),
  ...Array.from({ length: losses }, () => lost('anna', `${month}-06`, { region })),
];

it('a win rate that rises while it falls in every region is said to', async () => {
  const facts: Facts = {
    deals: [
      lost('ben', '2025-12-01'),
      ...deals('Alps', '2026-02', 48, 12),
      ...deals('Coast', '2026-02', 72, 168),
      ...deals('Alps', '2026-03', 144, 96),
      ...deals('Coast', '2026-03', 6, 54),
    ],
  };
  expect(await said(facts, ['win_rate'], { whose: 'anna' })).toEqual([
    'Win rate rose by 10 pts, although by region it fell in both: region Coast, where it is lower, now makes up 20 % of it, 80 % before.',
  ]);
});
