import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/kpi/answer.ts';
import { catalogue } from '../../../src/kpi/catalogue/index.ts';
import { targetsMessage } from '../../../src/slack/messages/targets.ts';
import { kpiValue } from '../../support/answers.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const now = Temporal.Instant.from('2026-03-18T11:00:00Z');

const answer = (goals: number): Answer => ({
  question: { kpis: [], whose: { scope: 'member', memberId: '1' }, period: { kind: 'this', unit: 'month' }, by: [] },
  subject: 'Anna',
  period: { from: day('2026-03-01'), to: day('2026-04-01'), until: now, running: true },
  comparison: { from: day('2026-02-01'), to: day('2026-03-01'), until: null, running: false },
  kpis: Array.from({ length: goals }, (_, index) =>
    kpiValue({ id: catalogue[index % catalogue.length]?.id ?? '', value: '1', target: '2' }),
  ),
  groups: [],
  moreGroups: 0,
  nothingRecorded: false,
  freshness: [],
  currency: 'USD',
});

describe('one’s targets', () => {
  it.each([
    [[3, 2], 5, ''],
    [[20, 20, 0], 40, ''],
    [[25, 25, 25], 40, '35 more targets are not shown here.'],
    [[41], 40, 'One more target is not shown here.'],
  ])('%j of them take no more blocks than Slack does', (goals, shown, more) => {
    const { blocks } = targetsMessage(goals.map(answer), { now, zone: 'Europe/Berlin' });
    expect(blocks.length).toBeLessThanOrEqual(50);
    const said = JSON.stringify(blocks);
    expect(said.match(/(of|at most|target) 2/g)).toHaveLength(shown);
    expect(said.includes('not shown here')).toBe(more !== '');
    expect(said).toContain(more);
  });
});
