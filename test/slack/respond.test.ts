import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ResponseRefused, ResponseUnsure, respond } from '../../src/slack/respond.ts';

let server: Server | undefined;

afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

/** A `response_url` that answers its calls as told, one after the other. */
async function urlThat(...answers: RequestListener[]): Promise<string> {
  const left = [...answers];
  server = createServer((request, response) => left.shift()?.(request, response));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const saying =
  (body: string, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { connection: 'close', ...headers }).end(body);

const breakingOff: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': '100' });
  response.write('{"ok":', () => response.destroy());
};

const answer = { text: 'Nine calls.' };

describe('answering by response_url', () => {
  it.each(['ok', '{"ok":true}', '', '{"ok":true,"note":"not \\"ok\\":false"}', '{"text":"\\"ok\\":false"}'])(
    'takes %s for shown',
    async (said) => expect(respond(await urlThat(saying(said)), answer)).resolves.toBeUndefined(),
  );

  it.each([
    ['{"ok": false, "error": "invalid_blocks"}', 200, 'invalid_blocks'],
    ['{"ok":false}', 200, '200'],
    ['{"error":"expired_url"}', 404, 'expired_url'],
    ['Internal Server Error', 500, '500'],
  ])('takes %s (%i) for refused', async (said, status, reason) => {
    const failure = await respond(await urlThat(saying(said, status)), answer).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(ResponseRefused);
    expect(failure).toMatchObject({ reason });
  });

  it('is unsure when the connection breaks before Slack has said all', async () => {
    await expect(respond(await urlThat(breakingOff), answer)).rejects.toBeInstanceOf(ResponseUnsure);
  });

  it('tries once more, and only once, when Slack has no time', async () => {
    const busy = saying('{"ok":false,"error":"ratelimited"}', 429, { 'retry-after': '0.01' });
    await expect(respond(await urlThat(busy, saying('ok')), answer)).resolves.toBeUndefined();
    await expect(respond(await urlThat(busy, busy, saying('ok')), answer)).rejects.toMatchObject({
      reason: 'ratelimited',
    });
  });
});
