import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingDaysIn } from '../../src/calendar/working-days.ts';
import { idealByDay, type PaceInput, paceOf } from '../../src/targets/pace.ts';
import { day, office } from '../calendar/examples.ts';

/** The pace towards 100 in a month of 20 working days, 10 of them gone, but for what is given. */
const pace = (given: Partial<PaceInput>) =>
  paceOf({ actual: 50, target: 100, workingDays: 20, elapsed: 10, finished: false, ...given });

describe('what is expected by now and where it leads', () => {
  test('half of the working days gone: half of the target expected, the double of the actual projected', () => {
    expect(pace({ actual: 40 })).toEqual({
      target: 100,
      actual: 40,
      expected: 50,
      projected: 80,
      toGo: 60,
      status: 'behind',
    });
  });

  test('the running day counts with its share of hours', () => {
    expect(pace({ elapsed: 2.5, actual: 30 })).toMatchObject({ expected: 12.5, projected: 240 });
  });

  test('nothing is projected before one working day has passed', () => {
    expect(pace({ elapsed: 0.99, actual: 10 })?.projected).toBeNull();
    expect(pace({ elapsed: 1, actual: 10 })?.projected).toBe(200);
  });

  test('before the first working hour nothing is expected', () => {
    expect(pace({ elapsed: 0, actual: 0 })).toMatchObject({ expected: 0, projected: null, status: 'early' });
  });

  test('at the end the whole target is expected and the actual is the projection', () => {
    expect(pace({ elapsed: 3, finished: true, actual: 70 })).toMatchObject({ expected: 100, projected: 70, toGo: 30 });
  });
});

describe('status', () => {
  test.each([
    [53, 'ahead'], // 50 × 1.05 = 52.5
    [52.5, 'ahead'],
    [52.4, 'on_pace'],
    [50, 'on_pace'],
    [47.5, 'on_pace'], // 50 × 0.95
    [47.4, 'behind'],
    [0, 'behind'],
  ] as const)('%d where 50 was expected', (actual, status) => {
    expect(pace({ actual })?.status).toBe(status);
  });

  test('exactly 105 % is ahead and exactly 95 % on pace, whatever floating point makes of it', () => {
    // 1.05 × 220 is 231.00000000000003 in floating point.
    expect(paceOf({ actual: 231, target: 440, workingDays: 20, elapsed: 10, finished: false })?.status).toBe('ahead');
    expect(paceOf({ actual: 19, target: 60, workingDays: 21, elapsed: 7, finished: false })?.status).toBe('on_pace');
  });

  test('early up to a fifth of the working days, however far behind or ahead', () => {
    expect(pace({ elapsed: 4, actual: 0 })?.status).toBe('early');
    expect(pace({ elapsed: 4, actual: 90 })?.status).toBe('early');
    expect(pace({ elapsed: 4.01, actual: 0 })?.status).toBe('behind');
    expect(pace({ elapsed: 4.01, actual: 90 })?.status).toBe('ahead');
  });

  test('the same words for a period that is over: what was expected by then is the target', () => {
    expect(pace({ finished: true, actual: 105 })).toMatchObject({ status: 'ahead', toGo: 0 });
    expect(pace({ finished: true, actual: 100 })).toMatchObject({ status: 'on_pace', toGo: 0 });
    expect(pace({ finished: true, actual: 95 })).toMatchObject({ status: 'on_pace', toGo: 5 });
    expect(pace({ finished: true, actual: 94.9 })?.status).toBe('behind');
  });

  test('the last evening of a running period is judged, not yet missed', () => {
    expect(pace({ elapsed: 20, actual: 96 })?.status).toBe('on_pace');
  });
});

describe('what is counted in wholes', () => {
  const deals = { target: 4, wholes: true };

  test('is not behind by a part of one: nobody can have sold half a deal', () => {
    expect(pace({ ...deals, actual: 1, elapsed: 9 })?.status).toBe('on_pace'); // 1.8 expected
    expect(pace({ ...deals, actual: 1, elapsed: 10 })?.status).toBe('behind'); // 2 expected
    expect(pace({ target: 4, actual: 1, elapsed: 9 })?.status).toBe('behind'); // of money it would be
  });

  test('is missed by one when the period is over', () => {
    expect(pace({ ...deals, actual: 3, finished: true })?.status).toBe('behind');
  });
});

describe('what is not counted in wholes, such as money', () => {
  test('is not behind by what today may still bring, but by what was missing when the last day ended', () => {
    expect(pace({ elapsed: 10.9, actual: 50 })?.status).toBe('on_pace'); // 54.5 expected by now, 50 by last evening
    expect(pace({ elapsed: 10.9, actual: 47.4 })?.status).toBe('behind');
    expect(pace({ elapsed: 11, actual: 50 })?.status).toBe('behind'); // 55 expected when the day ends
  });

  test('is behind all day long for who earns a tenth less than wanted', () => {
    for (const elapsed of [6, 6.5, 6.99, 19.5]) {
      expect(pace({ elapsed, actual: 0.9 * 5 * Math.floor(elapsed) })?.status).toBe('behind');
    }
  });
});

describe('short periods', () => {
  test('one working day shows what is to go and no status', () => {
    const oneDay = { workingDays: 1, elapsed: 0.5, target: 8 };
    expect(pace({ ...oneDay, actual: 3 })).toEqual({
      target: 8,
      actual: 3,
      expected: null,
      projected: null,
      toGo: 5,
      status: null,
    });
    expect(pace({ ...oneDay, actual: 9 })).toMatchObject({ toGo: 0, status: null });
  });

  test('a period without a working day has no pace', () => {
    expect(pace({ workingDays: 0, elapsed: 0 })).toBeNull();
  });
});

describe('the ideal line', () => {
  test('rises on working days and is flat on the others: a target of 50 from Thursday to Wednesday', () => {
    expect(idealByDay(50, day('2026-03-05'), day('2026-03-12'), office())).toEqual([10, 20, 20, 20, 30, 40, 50]);
  });

  test('is flat on holidays', () => {
    const easter = idealByDay(30, day('2026-04-01'), day('2026-04-08'), office({ holidayCode: 'DE-BY' }));
    expect(easter).toEqual([10, 20, 20, 20, 20, 20, 30]);
  });

  test('does not exist without a working day', () => {
    expect(idealByDay(50, day('2026-03-07'), day('2026-03-09'), office())).toEqual([]);
  });
});

describe('rules', () => {
  const anyPeriod = fc.record({
    target: fc.integer({ min: 1, max: 1_000_000 }),
    workingDays: fc.integer({ min: 2, max: 260 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  test('who has exactly what was expected is never behind', () => {
    fc.assert(
      fc.property(anyPeriod, ({ target, workingDays, share }) => {
        const elapsed = share * workingDays;
        const actual = (target * elapsed) / workingDays;
        const status = paceOf({ actual, target, workingDays, elapsed, finished: false })?.status;
        expect(['early', 'on_pace']).toContain(status);
      }),
    );
  });

  test('at the end of a period the target is expected, and met or missed', () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: 0, max: 2_000_000 }), ({ target, workingDays, share }, actual) => {
        const found = paceOf({ actual, target, workingDays, elapsed: share * workingDays, finished: true });
        expect(found?.expected).toBe(target);
        expect(found?.status === 'behind').toBe(100 * actual < 95 * target);
      }),
    );
  });

  test('the ideal line never falls, ends at the target and has a value for each day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 400 }), (start, length) => {
        const from = day('2015-01-01').add({ days: start });
        const to = from.add({ days: length });
        const cal = office();
        fc.pre(workingDaysIn(from, to, cal) > 0);
        const line = idealByDay(1000, from, to, cal);
        expect(line).toHaveLength(length);
        expect(line.at(-1)).toBe(1000);
        expect(line).toEqual(line.toSorted((a, b) => a - b));
      }),
    );
  });
});
