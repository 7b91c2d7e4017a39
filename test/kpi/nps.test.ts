import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Loyalty, npsMargin, npsOf } from '../../src/kpi/nps.ts';
import { type Share, shareChangeMargin } from '../../src/kpi/share-margin.ts';
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

/** The score as one would take it down by hand: a +100, a 0 or a −100 for each answer. */
const marks = ({ promoters, passives, detractors }: Loyalty) => [
  ...Array.from({ length: promoters }, () => 100),
  ...Array.from({ length: passives }, () => 0),
  ...Array.from({ length: detractors }, () => -100),
];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it('is the mean of +100, 0 and −100, whatever number there is of each', () => {
  fc.assert(
    fc.property(counts, (answers) => {
      const all = marks(answers);
      if (all.length === 0) expect(npsOf(answers)).toBeNull();
      else expect(npsOf(answers)).toBeCloseTo(mean(all), 9);
    }),
  );
});

it('has the margin of such a mean, once the three answers more are counted: 1.96 standard errors', () => {
  const few = fc.record({ promoters: fc.nat(60), passives: fc.nat(60), detractors: fc.nat(60) });
  fc.assert(
    fc.property(few, ({ promoters, passives, detractors }) => {
      // Quarters of answers, so that ¾, 1½ and ¾ of them are whole.
      const quarters = { promoters: 4 * promoters + 3, passives: 4 * passives + 6, detractors: 4 * detractors + 3 };
      const all = marks(quarters);
      const centre = mean(all);
      const variance = mean(all.map((mark) => (mark - centre) ** 2));
      const expected = 1.96 * Math.sqrt(variance / (all.length / 4));
      expect(npsMargin({ promoters, passives, detractors })).toBeCloseTo(expected, 9);
    }),
  );
});

it('rises by a hundred over the number of answers when one passive becomes a promoter, and falls when one becomes a detractor', () => {
  fc.assert(
    fc.property(counts, ({ promoters, passives, detractors }) => {
      const before = { promoters, passives: passives + 1, detractors };
      const step = 100 / (promoters + passives + 1 + detractors);
      const score = npsOf(before) ?? 0;
      expect(npsOf({ promoters: promoters + 1, passives, detractors })).toBeCloseTo(score + step, 9);
      expect(npsOf({ promoters, passives, detractors: detractors + 1 })).toBeCloseTo(score - step, 9);
    }),
  );
});

it('of two groups together lies between theirs, and weighs each by its answers', () => {
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      const [first, second] = [npsOf(one), npsOf(other)];
      fc.pre(first !== null && second !== null);
      const both = npsOf({
        promoters: one.promoters + other.promoters,
        passives: one.passives + other.passives,
        detractors: one.detractors + other.detractors,
      });
      const [few, many] = [marks(one).length, marks(other).length];
      expect(both).toBeCloseTo((first * few + second * many) / (few + many), 9);
      expect(both).toBeGreaterThanOrEqual(Math.min(first, second) - 1e-9);
      expect(both).toBeLessThanOrEqual(Math.max(first, second) + 1e-9);
    }),
  );
});

it('has a margin that holds the true score in 90 to 95 of 100 surveys, worked out over all that can come out', () => {
  const logs = [0];
  for (let n = 1; n <= 100; n++) logs.push((logs[n - 1] ?? 0) + Math.log(n));
  const factorial = (n: number) => logs[n] ?? Number.NaN;
  /** The chance that the margin holds: the sum over every outcome of `size` answers. */
  const held = (promote: number, warn: number, size: number) => {
    let chance = 0;
    for (let promoters = 0; promoters <= size; promoters++)
      for (let detractors = 0; promoters + detractors <= size; detractors++) {
        const answers = { promoters, detractors, passives: size - promoters - detractors };
        if (Math.abs((npsOf(answers) ?? 0) - 100 * (promote - warn)) > npsMargin(answers)) continue;
        const ways = factorial(size) - factorial(promoters) - factorial(detractors) - factorial(answers.passives);
        const each =
          promoters * Math.log(promote) + detractors * Math.log(warn) + answers.passives * Math.log(1 - promote - warn);
        chance += Math.exp(ways + each);
      }
    return chance;
  };
  for (const size of [20, 50, 100])
    for (const promote of [0.2, 0.4, 0.6])
      for (const warn of [0.1, 0.2, 0.35]) {
        const chance = held(promote, warn, size);
        expect(chance, `${promote} ${warn} ${size}`).toBeGreaterThan(0.9);
        expect(chance, `${promote} ${warn} ${size}`).toBeLessThan(0.95);
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

it('and two shares of as many satisfied differ by more than chance in fewer than 5 of 100 pairs, also where few answered', () => {
  const ways = (size: number, share: number) => {
    const chances = [(1 - share) ** size];
    for (let k = 1; k <= size; k++) chances.push(((chances[k - 1] ?? 0) * (size - k + 1) * share) / (k * (1 - share)));
    return chances;
  };
  for (const [few, many] of [
    [2, 2],
    [3, 20],
    [10, 10],
    [15, 40],
    [60, 60],
  ] as const)
    for (const share of [0.5, 0.7, 0.9]) {
      let apart = 0;
      ways(few, share).forEach((one, numerator) => {
        ways(many, share).forEach((other, satisfied) => {
          const [before, after]: Share[] = [
            { numerator, denominator: few },
            { numerator: satisfied, denominator: many },
          ];
          if (Math.abs(numerator / few - satisfied / many) > shareChangeMargin(before!, after!)) apart += one * other;
        });
      });
      expect(apart, `${share} of ${few} and ${many}`).toBeLessThan(0.05);
    }
});

it('is answered for satisfaction, too: of two and two a difference of a half is no change', async () => {
  const csat = (score: number, when: string) => ({ instrument: 'csat' as const, score, customer: 'Acme', when });
  const story = await tell(db(), {
    answers: [csat(5, '2026-03-04'), csat(4, '2026-03-05'), csat(5, '2026-02-04'), csat(1, '2026-02-05')],
  });
  const { value, previous, changeMargin } = await story.kpi('csat');
  expect([value, previous].map(Number)).toEqual([1, 0.5]);
  expect(changeMargin).toBeCloseTo(1.96 * Math.sqrt(0.75 * 0.25) + 0.5, 9);
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
