import { expect, test } from 'vitest';
import { leftOutLines } from '../../../src/slack/messages/left-out.ts';
import { kpiValue } from '../../support/answers.ts';

const lacking = (id: string, count: number) => kpiValue({ id, value: '1', leftOut: [{ reason: 'no_amount', count }] });

test('what several numbers leave out alike is said once', () => {
  const lines = leftOutLines([lacking('revenue', 2), lacking('avg_deal_size', 2)]);
  expect(lines).toEqual(['2 deals left out: no amount']);
});

test('what only some of them leave out says which those are: beside the others it would be alarming', () => {
  expect(leftOutLines([kpiValue({ id: 'deals_won', value: '13' }), lacking('pipeline_value', 63)])).toEqual([
    'Pipeline: 63 deals or leads left out: no amount',
  ]);
});

test('what they leave out differently says which number it is about', () => {
  const lines = leftOutLines([lacking('revenue', 2), lacking('pipeline_value', 11), lacking('avg_deal_size', 2)]);
  expect(lines).toEqual([
    'Revenue, Average deal: 2 deals left out: no amount',
    'Pipeline: 11 deals or leads left out: no amount',
  ]);
});
