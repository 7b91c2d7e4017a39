import { describe, expect, it } from 'vitest';
import { statusText, targetText } from '../../../src/slack/messages/pace.ts';
import type { Pace } from '../../../src/targets/pace.ts';
import { kpiValue } from '../../support/answers.ts';

const paced = (pace: Partial<Pace>) => {
  const whole = { target: 100, actual: 40, expected: 50, projected: 80, toGo: 60, status: 'behind' as const, ...pace };
  return kpiValue({ value: whole.actual, target: whole.target, pace: whole });
};

describe('a target', () => {
  it('shows a bar, the share reached and what an even pace would ask for', () => {
    expect(targetText(paced({}))).toBe('▰▰▰▰▱▱▱▱▱▱ 40\u00a0% of 100 · behind pace by 10');
  });

  it('that is on or ahead of pace says what is left to do', () => {
    expect(targetText(paced({ actual: 60, toGo: 40, status: 'ahead' }))).toBe(
      '▰▰▰▰▰▰▱▱▱▱ 60\u00a0% of 100 · ahead of pace · 40 to go',
    );
  });

  it('never looks full before it is met', () => {
    expect(targetText(paced({ actual: 99.9, toGo: 0.1, status: 'on_pace' }))).toContain(
      '▰▰▰▰▰▰▰▰▰▱ 99.9\u00a0% of 100',
    );
    expect(targetText(paced({ actual: 130, toGo: 0, status: 'ahead' }))).toBe(
      '▰▰▰▰▰▰▰▰▰▰ 130\u00a0% of 100 · target met',
    );
  });

  it('is never judged early on', () => {
    const early = paced({ actual: 0, toGo: 100, expected: 10, projected: null, status: 'early' });
    expect(targetText(early)).toBe('▱▱▱▱▱▱▱▱▱▱ 0\u00a0% of 100 · early days · 100 to go');
  });

  it('of a single day says only what is to go', () => {
    const today = paced({ actual: 9, target: 12, toGo: 3, expected: null, projected: null, status: null });
    expect(targetText(today)).toBe('▰▰▰▰▰▰▰▱▱▱ 75\u00a0% of 12 · 3 to go');
  });

  it('of a count is read as the whole ones that reach it, and its share as one of these', () => {
    expect(
      targetText(paced({ actual: 6, target: 9.5, toGo: 3.5, expected: null, projected: null, status: null })),
    ).toBe('▰▰▰▰▰▰▱▱▱▱ 60\u00a0% of 10 · 4 to go');
    expect(targetText(paced({ actual: 3, target: 1.4, toGo: 0 }))).toBe('▰▰▰▰▰▰▰▰▰▰ 150\u00a0% of 2 · target met');
    const some = { ...kpiValue({ value: 3 }), targetOf: { withTarget: 2, members: 4, sum: 28.5 } };
    expect(targetText(some)).toContain('target 29 · 2 of 4');
    expect(targetText(kpiValue({ id: 'deals_lost', value: 2, target: 1.5 }))).toBe('at most 1.5: over by 0.5');
    expect(targetText({ ...paced({ target: 1234.56 }), unit: 'money', currency: 'USD' })).toContain('of $1,235');
  });

  it('of a rate is only named, since a rate has no pace', () => {
    expect(targetText(kpiValue({ unit: 'rate', value: 0.38, target: 0.45 }))).toBe('target 45\u00a0%');
  });

  it('of only some of the people is no target of all of them: neither a bar nor a status, but how many have one', () => {
    const some = { ...kpiValue({ value: 346 }), targetOf: { withTarget: 2, members: 4, sum: 100 } };
    expect(targetText(some)).toBe('target 100 · 2 of 4 people have a target');
    const reached = targetText({ ...some, id: 'target_attainment', unit: 'rate', value: 0.5 });
    expect(reached).toBe('by the 2 of 4 people who have a target');
    const ofAll = { ...paced({}), targetOf: { withTarget: 4, members: 4, sum: 100 } };
    expect(targetText(ofAll)).toContain('▰▰▰▰▱▱▱▱▱▱ 40');
  });

  it('of what is neither good nor bad is only named, as nothing fills up towards it', () => {
    expect(targetText(kpiValue({ id: 'voicemails_left', value: 5, target: 10 }))).toBe('target 10');
  });

  it('of what should be few is a limit, and no bar is full of what is too many', () => {
    const limit = (value: number | null, id = 'deals_lost') => targetText(kpiValue({ id, value, target: 2 }));
    expect([limit(3), limit(2), limit(0), limit(null)]).toEqual([
      'at most 2: over by 1',
      'at most 2: kept',
      'at most 2: kept',
      'at most 2',
    ]);
    const churn = kpiValue({ id: 'churn_rate', unit: 'rate', value: 0.08, target: 0.05 });
    expect(targetText(churn).replaceAll('\u00a0', ' ')).toBe('at most 5 %: over by 3 pts');
  });

  it('is never behind by more whole things than bring it on pace', () => {
    expect(targetText(paced({ actual: 0, target: 4, expected: 1.4, toGo: 4 }))).toContain('behind pace by 1');
    expect(targetText(paced({ actual: 0, target: 4, expected: 2, toGo: 4 }))).toContain('behind pace by 2');
  });

  it('that nobody set is not mentioned', () => {
    expect(targetText(kpiValue({}))).toBe('');
    expect(statusText(kpiValue({}))).toBe('');
  });
});
