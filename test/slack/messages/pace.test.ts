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

  it('of a rate is only named, since a rate has no pace', () => {
    expect(targetText(kpiValue({ unit: 'rate', value: 0.38, target: 0.45 }))).toBe('target 45\u00a0%');
  });

  it('made of people’s own says how many of them have one', () => {
    expect(targetText({ ...paced({}), targetOf: { withTarget: 4, members: 6 } })).toContain(
      '4 of 6 people have a target',
    );
  });

  it('that nobody set is not mentioned', () => {
    expect(targetText(kpiValue({}))).toBe('');
    expect(statusText(kpiValue({}))).toBe('');
  });
});
