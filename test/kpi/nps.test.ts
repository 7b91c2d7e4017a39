import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Loyalty, npsMargin, npsOf } from '../../src/kpi/nps.ts';
import { useDatabase } from '../support/database.ts';
import { won } from '../support/facts.ts';
import { tell } from './asking.ts';

const db = useDatabase();
const counts = fc.record({ promoters: fc.nat(400), passives: fc.nat(400), detractors: fc.nat(400) });
const swapped = ({ promoters, passives, detractors }: Loyalty) => ({
  passives,
  promoters: detractors,
  detractors: promoters,
});

it('lies between −100 and 100; with promoters and detractors swapped it is the opposite, as uncertain', () => {
  fc.assert(
    fc.property(counts, (answers) => {
      const score = npsOf(answers);
      const opposite = npsOf(swapped(answers));
      if (score === null || opposite === null) return answers.promoters + answers.passives + answers.detractors === 0;
      expect(Math.abs(score)).toBeLessThanOrEqual(100);
      expect(score + opposite).toBeCloseTo(0, 9);
      expect(npsMargin(swapped(answers))).toBeCloseTo(npsMargin(answers), 9);
      return npsMargin(answers) > 0;
    }),
  );
});

it('has a margin that ten times the answers narrow, and that is wide where few answered', () => {
  expect(npsMargin({ promoters: 50, passives: 30, detractors: 20 })).toBeCloseTo(15.075, 2); // 196 × √(0.60935… / 103)
  expect(npsMargin({ promoters: 1, passives: 0, detractors: 0 })).toBeGreaterThan(70);
  fc.assert(
    fc.property(counts, ({ promoters, passives, detractors }) => {
      const tenfold = {
        promoters: 10 * promoters + 10,
        passives: 10 * passives + 10,
        detractors: 10 * detractors + 10,
      };
      return (
        npsMargin(tenfold) < npsMargin({ promoters: promoters + 1, passives: passives + 1, detractors: detractors + 1 })
      );
    }),
  );
});

it('holds the true score in about 95 of 100 surveys', () => {
  let seed = 42;
  const random = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return seed / 2 ** 32;
  };
  for (const [promote, warn, size] of [
    [0.5, 0.2, 100],
    [0.7, 0.1, 40],
    [0.2, 0.6, 25],
    [0.9, 0.05, 60],
  ] as const) {
    let held = 0;
    const surveys = 4000;
    for (let survey = 0; survey < surveys; survey++) {
      const answers = { promoters: 0, passives: 0, detractors: 0 };
      for (let answer = 0; answer < size; answer++) {
        const drawn = random();
        answers[drawn < promote ? 'promoters' : drawn < promote + warn ? 'detractors' : 'passives'] += 1;
      }
      if (Math.abs((npsOf(answers) ?? 0) - 100 * (promote - warn)) <= npsMargin(answers)) held += 1;
    }
    expect(held / surveys).toBeGreaterThan(0.92);
    expect(held / surveys).toBeLessThan(0.98);
  }
});

it('is answered with its margin and what it is made of', async () => {
  const score = (each: number, customer: string) => ({
    ...{ instrument: 'nps' as const, score: each, customer, when: '2026-03-05' },
  });
  const story = await tell(db(), {
    answers: [score(10, 'Acme'), score(9, 'Bolt'), score(7, 'Coop'), score(3, 'Dune')],
  });
  const { value, loyalty } = await story.kpi('nps');
  expect(value).toBe(25);
  expect(loyalty).toMatchObject({ promoters: 2, passives: 1, detractors: 1 });
  expect(loyalty?.margin).toBeCloseTo(npsMargin({ promoters: 2, passives: 1, detractors: 1 }), 9);
});

it('satisfaction of new customers is that of the first 90 days, and of who won them', async () => {
  const csat = (score: number, when: string) => ({ instrument: 'csat' as const, score, customer: 'Acme', when });
  const story = await tell(db(), {
    customers: { Acme: { owner: 'anna' } },
    deals: [won('ben', '2025-12-05', 100, { customer: 'Acme' }), won('anna', '2026-02-01', 100, { customer: 'Acme' })],
    answers: [csat(5, '2026-03-04'), csat(1, '2026-03-05')], // day 89 and day 90 after the first win
  });
  expect(await story.groups('csat_new', 'rep')).toEqual({ ben: 1, anna: null });
  expect(await story.groups('csat', 'rep')).toEqual({ anna: 0.5, ben: null });
});
