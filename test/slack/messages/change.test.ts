import { describe, expect, it } from 'vitest';
import type { KpiValue } from '../../../src/kpi/answer.ts';
import { changeText } from '../../../src/slack/messages/change.ts';
import { kpiValue } from '../../support/answers.ts';

const change = (value: KpiValue['value'], previous: KpiValue['previous'], unit: KpiValue['unit'] = 'count') =>
  kpiValue({ value, previous, unit });

describe('a change against the comparison period', () => {
  it('says in percent how far, with an arrow which way, and in words whether that is good', () => {
    expect(changeText(change(120, 100), 'up')).toBe('▲\u00a020\u00a0% better');
    expect(changeText(change(75, 100), 'up')).toBe('▼\u00a025\u00a0% worse');
    expect(changeText(change(75, 100), 'down')).toBe('▼\u00a025\u00a0% better');
    expect(changeText(change(75, 100), 'neither')).toBe('▼\u00a025\u00a0%');
  });

  it('of a rate is in points, because percent of percent is read wrongly', () => {
    expect(changeText(change(0.45, 0.4, 'rate'), 'up')).toBe('▲\u00a05\u00a0pts better');
  });

  it('of a score is in points, because it may pass 0 and a percentage of a negative one points the wrong way', () => {
    expect(changeText(change(12, -4, 'score'), 'up')).toBe('▲\u00a016\u00a0pts better');
    expect(changeText(change(12, 0, 'score'), 'up')).toBe('▲\u00a012\u00a0pts better');
  });

  it('tells of small changes with a decimal and of none that it is unchanged', () => {
    expect(changeText(change(1012, 1000), 'up')).toBe('▲\u00a01.2\u00a0% better');
    expect(changeText(change(100, 100), 'up')).toBe('= unchanged');
    expect(changeText(change(100_000, 100_001), 'up')).toBe('= unchanged');
  });

  it('from nothing has no percentage, so it names what was', () => {
    expect(changeText(change(5, 0), 'up')).toBe('0 before');
  });

  it('of an NPS is called none within its margin, and one beyond', () => {
    const nps = (value: number, previous: number, changeMargin: number) => ({
      ...change(value, previous, 'score'),
      loyalty: { promoters: 1, passives: 1, detractors: 1, margin: 10, changeMargin },
    });
    expect(changeText(nps(30, 42, 14), 'up')).toBe('≈ 42 before, no more than chance');
    expect(changeText(nps(30, 45, 14), 'up')).toBe('▼\u00a015\u00a0pts worse');
    expect(changeText(nps(30, 30, 14), 'up')).toBe('= unchanged');
  });

  it('of the share of who is satisfied is called none within its margin, and one beyond', () => {
    const csat = { ...change(0.8, 0.7, 'rate'), changeMargin: 0.12 };
    expect(changeText(csat, 'up')).toBe('≈ 70\u00a0% before, no more than chance');
    expect(changeText({ ...csat, changeMargin: 0.09 }, 'up')).toBe('▲\u00a010\u00a0pts better');
  });

  it('against a period that is known only in part is neither better nor worse', () => {
    expect(changeText({ ...change(224, 100), recordsBegin: '2025-05-12' }, 'up')).toBe('▲\u00a0124\u00a0%');
  });

  it('is silent where either side has no data', () => {
    expect(changeText(change(5, null), 'up')).toBe('');
    expect(changeText(change(null, 5), 'up')).toBe('');
  });
});
