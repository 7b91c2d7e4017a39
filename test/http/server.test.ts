import { connect } from 'node:net';
import pino from 'pino';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPictureStore } from '../../src/charts/picture-store.ts';
import { signPicturePath } from '../../src/charts/signed-url.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { type HttpServer, startHttpServer } from '../../src/http/server.ts';
import { columns } from '../charts/specs.ts';
import { useDatabase } from '../support/database.ts';

const now = Temporal.Instant.from('2026-03-18T12:00:00Z');
const workspaceId = '0198a2c4-5f1e-7000-8000-00000000000a';
const name = { workspaceId, key: 'a'.repeat(64) };
const picture = new Uint8Array([137, 80, 78, 71]);
let server: HttpServer;
let ready = true;

const settings = {
  port: 0,
  pictureSecret: 'secret',
  survey: { answers: async () => false },
  clock: () => now,
  log: pino({ level: 'silent' }),
  isReady: async () => ready,
};

beforeAll(async () => {
  server = await startHttpServer({
    ...settings,
    pictures: {
      get: async (...asked) => (asked.join() === `${name.workspaceId},${name.key}` ? picture : null),
    },
  });
});
afterAll(() => server.close());

const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);

/** Sends a request line as it stands; a polite client would mend it first. */
const getRaw = (target: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(server.port, '127.0.0.1', () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('end', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });

describe('two processes behind one address', () => {
  const db = useDatabase();

  it('hand out each other’s pictures, which one of them has drawn', async () => {
    const { id } = await db().workspace.create({ data: { name: 'Acme' } });
    const drawn: string[] = [];
    const renderer = {
      async render({ title }: ChartSpec) {
        drawn.push(title);
        return picture;
      },
    };
    const stores = [1, 2].map(() => createPictureStore(db(), renderer));
    const { key } = await stores[0]!.put(id, columns, now);
    await stores[1]!.put(id, columns, now);
    for (const pictures of stores) {
      const other = await startHttpServer({ ...settings, pictures });
      const path = signPicturePath({ workspaceId: id, key }, now.add({ hours: 24 }), 'secret');
      const response = await fetch(`http://127.0.0.1:${other.port}${path}`);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(picture);
      await other.close();
    }
    expect(drawn).toEqual([columns.title]);
  });
});

describe('the HTTP port', () => {
  it('says that the process is alive, and whether it can work', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    ready = false;
    expect((await get('/readyz')).status).toBe(503);
  });

  it('hands out a picture to whoever has its signed address, while that is good', async () => {
    const path = signPicturePath(name, now.add({ minutes: 5 }), 'secret');
    const response = await get(`${path}?from=slack`);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(picture);
    expect((await get(signPicturePath(name, now.subtract({ seconds: 1 }), 'secret'))).status).toBe(404);
    expect((await get(signPicturePath(name, now.add({ minutes: 5 }), 'another'))).status).toBe(404);
    expect(
      (await get(signPicturePath({ ...name, key: 'b'.repeat(64) }, now.add({ minutes: 5 }), 'secret'))).status,
    ).toBe(404);
  });

  it.each(['//', '/%', '*', 'http://[/', '/charts/../healthz', `/${'x'.repeat(5000)}`])(
    'lives on after a request for %s',
    async (target) => {
      expect(await getRaw(target)).toMatch(/^HTTP\/1\.1 4\d\d/);
      expect((await get('/healthz')).status).toBe(200);
    },
  );
});
