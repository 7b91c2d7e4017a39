import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupsOf, mixedGroupsOf, SMALLEST_GROUP } from '../../src/surveys/groups.ts';

const groups = (counts: Record<string, number>, none = 0) =>
  groupsOf(new Map<string | null, number>([...Object.entries(counts), [null, none]]), SMALLEST_GROUP);

it('fewer than five are told of nobody', () => {
  expect(groups({ North: 4 })).toEqual({ everybody: false, teamIds: [] });
  expect(groups({ North: 5 })).toEqual({ everybody: true, teamIds: ['North'] });
});

it('a team is told of when it and all that remains beside it are five or more', () => {
  expect(groups({ North: 5, South: 5 }).teamIds.sort()).toEqual(['North', 'South']);
  expect(groups({ North: 9, South: 4 }).teamIds).toEqual([]);
  expect(groups({ North: 9, South: 6, West: 4 }).teamIds).toEqual(['North']);
  expect(groups({ North: 9 }, 3).teamIds).toEqual([]);
  expect(groups({ North: 9 }, 5).teamIds).toEqual(['North']);
});

/** Every group that can be had by adding and subtracting what was published: answers of the unpublished are one block. */
function blocksOf(counts: readonly number[], published: readonly boolean[]): number[] {
  const alone = counts.filter((_, index) => published[index]);
  const rest = counts.filter((_, index) => !published[index]).reduce((sum, each) => sum + each, 0);
  return [...alone, ...(rest > 0 ? [rest] : [])];
}

it('no sum or difference of what is told is about one to four people, for every division of up to 16 into four teams', () => {
  const sizes = Array.from({ length: 17 }, (_, size) => size);
  let checked = 0;
  for (const a of sizes)
    for (const b of sizes)
      for (const c of sizes)
        for (const none of sizes.slice(0, 7)) {
          if (a + b + c + none > 16) continue;
          const { everybody, teamIds } = groups({ A: a, B: b, C: c }, none);
          if (!everybody) continue;
          const published = ['A', 'B', 'C', 'none'].map((team) => teamIds.includes(team));
          // What is published are whole blocks, so whatever is had from sums is a union of blocks: the smallest block decides.
          expect(Math.min(...blocksOf([a, b, c, none], published))).toBeGreaterThanOrEqual(SMALLEST_GROUP);
          checked += 1;
        }
  expect(checked).toBeGreaterThan(1000);
});

it('nobody is left out who could be told of: one team more would leave one to four alone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }), fc.nat(6), (sizes, none) => {
      const counts = Object.fromEntries(sizes.map((size, index) => [`T${index}`, size]));
      const { everybody, teamIds } = groups(counts, none);
      const total = sizes.reduce((sum, each) => sum + each, none);
      if (!everybody) expect(total).toBeLessThan(SMALLEST_GROUP);
      if (!everybody) return;
      const rest = total - teamIds.reduce((sum, id) => sum + (counts[id] ?? 0), 0);
      for (const [id, size] of Object.entries(counts)) {
        if (teamIds.includes(id) || size < SMALLEST_GROUP) continue;
        expect(rest - size).toBeGreaterThan(0);
        expect(rest - size).toBeLessThan(SMALLEST_GROUP);
      }
    }),
  );
});

/** So many who chose the first, and so many who chose the second. */
const chose = (first: number, second: number) => [...Array(first).fill(0), ...Array(second).fill(1)] as number[];
const mixed = (said: Record<string, readonly [number, number]>) => {
  const teams = Object.entries(said).map(
    ([team, [first, second]]) => [team === 'none' ? null : team, chose(first, second)] as const,
  );
  return mixedGroupsOf(new Map(teams), SMALLEST_GROUP);
};

it('of a team in which all chose the same nothing is told, nor of the others if that would tell it', () => {
  expect(mixed({ North: [3, 2], South: [4, 1] }).teamIds.sort()).toEqual(['North', 'South']);
  // South would be what remains beside North.
  expect(mixed({ North: [3, 2], South: [5, 0] })).toEqual({ everybody: true, teamIds: [] });
  expect(mixed({ North: [4, 2], South: [5, 0], West: [1, 4] }).teamIds).toEqual(['North']);
  expect(mixed({ North: [6, 0], South: [5, 0] })).toEqual({ everybody: false, teamIds: [] });
});

it('from no sum or difference of counts comes a group of one to four, or one in which all chose the same', () => {
  const sizes = [0, 1, 2, 3, 4, 5, 6];
  let checked = 0;
  for (const a of sizes)
    for (const b of sizes)
      for (const c of sizes)
        for (const d of sizes)
          for (const e of [0, 1, 3, 5])
            for (const f of [0, 2, 5]) {
              const said = { A: [a, b], B: [c, d], none: [e, f] } as const;
              const { everybody, teamIds } = mixed(said);
              if (!everybody) continue;
              const alone = [...teamIds].map((team) => said[team as 'A' | 'B']);
              const [first, second] = [a + c + e, b + d + f];
              const rest = alone.reduce(([x, y], [p, q]) => [x - p, y - q] as const, [first, second] as const);
              // What is published are whole blocks: whatever is had from sums is a union of them.
              for (const [x, y] of [...alone, ...(rest[0] + rest[1] > 0 ? [rest] : [])]) {
                if (x + y < SMALLEST_GROUP || x === 0 || y === 0) expect.fail(JSON.stringify({ said, teamIds }));
                checked += 1;
              }
            }
  expect(checked).toBeGreaterThan(10_000);
});
