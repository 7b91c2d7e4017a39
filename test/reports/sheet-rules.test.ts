import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focusOf, type Measured } from '../../src/reports/sheet/focus.ts';
import { type Step, strongestAndWeakest } from '../../src/reports/sheet/funnel-steps.ts';
import { quartilesOf, sideOf, usualOf } from '../../src/reports/sheet/spread.ts';

describe('the spread of a team', () => {
  it('is its middle half, and not told of three', () => {
    expect(quartilesOf([10, 20, 30, 40, 50])).toEqual({ low: 20, high: 40 });
    expect(quartilesOf([10, 20, 30])).toBeNull();
  });

  it('leaves no more than a quarter of the other people on either side', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 30 }), (values) => {
        const quartiles = quartilesOf(values);
        const most = Math.ceil((values.length - 1) / 4);
        for (const side of ['above', 'below'])
          expect(values.filter((value) => sideOf(value, quartiles) === side).length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('says on which side a number is, and on its edge none', () => {
    const quartiles = { low: 20, high: 40 };
    expect([19, 20, 30, 40, 41].map((value) => sideOf(value, quartiles))).toEqual(['below', null, null, null, 'above']);
    expect(sideOf(1000, null)).toBeNull();
  });

  it('is beside a median of four own weeks or more', () => {
    expect(usualOf([1, 9, 2, 8])).toBe(5);
    expect(usualOf([1, 9, 2])).toBeNull();
  });
});

const step = (kpi: string, own: number, team: number, of = 20): Step => ({ kpi, own, team, of });

describe('the funnel', () => {
  it('has its strongest and weakest step by how many times the team’s rate they are', () => {
    const steps = [step('qualify', 0.5, 0.4), step('open', 0.3, 0.1), step('win', 0.1, 0.2)];
    const { strongest, weakest } = strongestAndWeakest(steps);
    expect([strongest?.kpi, weakest?.kpi]).toEqual(['open', 'win']);
  });

  it('names none that stands on fewer than five, and none that is as the team’s', () => {
    expect(strongestAndWeakest([step('win', 0, 0.2, 4), step('open', 0.2, 0.2)])).toEqual({
      ...{ strongest: null, weakest: null },
    });
    expect(strongestAndWeakest([step('open', 0.3, 0.2)])).toMatchObject({ strongest: { kpi: 'open' }, weakest: null });
  });
});

describe('the suggested focus', () => {
  const measured = (kpi: string, value: number, usual: number | null, more: Partial<Measured> = {}): Measured => ({
    ...{ kpi, better: 'up', value, usual, team: null },
    ...more,
  });
  const team = { low: 20, high: 40 };

  it('is the weakest step where it is a fifth worse than the team’s', () => {
    const numbers = [measured('calls', 1, 50, { team })];
    expect(focusOf(numbers, step('win', 0.16, 0.2))).toMatchObject({ reason: 'step', kpi: 'win' });
    expect(focusOf(numbers, step('win', 0.17, 0.2))).toMatchObject({ reason: 'team', kpi: 'calls' });
  });

  it('is else what is worse than the team and the own past, before what is worse than the past alone', () => {
    const numbers = [measured('meetings', 1, 10), measured('calls', 15, 30, { team })];
    expect(focusOf(numbers, null)).toMatchObject({ reason: 'team', kpi: 'calls' });
    expect(focusOf(numbers.slice(0, 1), null)).toMatchObject({ reason: 'past', kpi: 'meetings' });
  });

  it('looks the other way where lower is better', () => {
    const slow = measured('response', 50, 20, { better: 'down', team });
    expect(focusOf([slow], null)).toMatchObject({ reason: 'team', kpi: 'response' });
    expect(focusOf([{ ...slow, value: 10 }], null)).toBeNull();
  });

  it('is nothing where a little is missing, or nothing is known', () => {
    expect(focusOf([measured('calls', 27, 30), measured('visits', 0, null, { team })], null)).toBeNull();
    expect(focusOf([measured('tone', 1, 30, { better: 'neither' })], null)).toBeNull();
  });
});
