import { expect, test } from 'vitest';
import { createResponseUrls } from '../../src/sandbox/response-urls.ts';
import { createState } from '../../src/sandbox/workspace.ts';
import { WORKSHOP } from './workshop.ts';

test('a trigger serves once', () => {
  const urls = createResponseUrls(createState(WORKSHOP));
  const trigger = urls.openTrigger('U0ADA00001');
  urls.useTrigger(trigger);
  expect(() => urls.useTrigger(trigger)).toThrow('exchanged_trigger_id');
});

test('a trigger serves for three seconds', () => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const urls = createResponseUrls(createState({ ...WORKSHOP, now: () => new Date(now) }));
  const [inTime, late] = [urls.openTrigger('U0ADA00001'), urls.openTrigger('U0ADA00001')];
  now += 3_000;
  expect(() => urls.useTrigger(inTime)).not.toThrow();
  now += 1;
  expect(() => urls.useTrigger(late)).toThrow('expired_trigger_id');
});

test('a trigger nobody gave is none', () => {
  expect(() => createResponseUrls(createState(WORKSHOP)).useTrigger('1.2.x')).toThrow('invalid_trigger_id');
});
