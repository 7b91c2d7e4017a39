import fc from 'fast-check';
import { expect, test } from 'vitest';
import { METHODS } from '../../src/sandbox/methods/index.ts';
import { ADA, openSandbox, SALES } from './workshop.ts';

const awkward = fc.anything({ maxDepth: 4, withNullPrototype: false });
const block = fc.record(
  {
    type: fc.constantFrom('section', 'actions', 'image', 'table', 'data_visualization', 'context', 'nonsense'),
    text: awkward,
    elements: awkward,
    accessory: awkward,
    chart: awkward,
    slack_file: awkward,
    rows: awkward,
  },
  { requiredKeys: ['type'] },
);
const calls = fc.record(
  {
    channel: fc.oneof(fc.constantFrom(SALES, ADA, 'C0'), awkward),
    text: fc.oneof(fc.string(), awkward),
    blocks: fc.oneof(fc.array(block), awkward),
    metadata: awkward,
    files: awkward,
    limit: awkward,
    cursor: awkward,
    user: awkward,
    users: awkward,
    length: awkward,
    filename: awkward,
    view: fc.oneof(fc.record({ type: fc.constantFrom('modal', 'home'), blocks: fc.array(block) }), awkward),
    view_id: awkward,
    trigger_id: awkward,
  },
  { requiredKeys: [] },
);

test('no JSON makes a method fail in any other way than Slack does', async () => {
  const sandbox = await openSandbox();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...METHODS.keys()), fc.oneof(calls, awkward), async (method, body) => {
      const token = method === 'apps.connections.open' ? sandbox.appToken : sandbox.botToken;
      const response = await fetch(sandbox.apiUrl + method, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body, (_key, value) => (typeof value === 'bigint' ? String(value) : value)) ?? '',
      });
      expect(response.status).toBe(200);
      expect(await response.json()).toHaveProperty('ok');
    }),
    { numRuns: 400 },
  );
});

test('nesting without end is refused, and spoils nothing', async () => {
  const sandbox = await openSandbox();
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const response = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' },
    body: `{"channel":"${SALES}","text":"x","metadata":{"event_type":"a","event_payload":{"deep":${deep}}}}`,
  });
  expect(await response.json()).toEqual({ ok: false, error: 'invalid_json' });
  expect((await fetch(`${sandbox.url}sandbox/messages?as=${ADA}&channel=${SALES}`)).status).toBe(200);
});

test('no body makes the page or the hooks fail', async () => {
  const sandbox = await openSandbox();
  const paths = [
    'sandbox/send',
    'sandbox/click',
    'sandbox/open-dm',
    'sandbox/read',
    'sandbox/view/action',
    'sandbox/view/submit',
    'sandbox/view/close',
    'hooks/a/b/c',
    'upload/F1',
    'api/',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.oneof(fc.json(), fc.string()), async (path, body) => {
      const response = await fetch(sandbox.url + path, { method: 'POST', body });
      expect(response.status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
});
