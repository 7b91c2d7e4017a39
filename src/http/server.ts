import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PictureStore } from '../charts/picture-store.ts';
import { verifyPicturePath } from '../charts/signed-url.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Survey } from './survey/survey.ts';

export interface HttpServerInput {
  port: number;
  /** The address to listen on; undefined: all. */
  host?: string | undefined;
  pictures: Pick<PictureStore, 'get'>;
  pictureSecret: string;
  survey: Survey;
  clock: Clock;
  log: Log;
  /** Whether the bot can work: its database answers and Slack is connected. */
  isReady(): Promise<boolean>;
}

export interface HttpServer {
  port: number;
  close(): Promise<void>;
}

/** What can be reached over HTTP: health checks, and charts and customers' surveys at their signed addresses. */
export async function startHttpServer({
  port,
  host,
  pictures,
  pictureSecret,
  survey,
  clock,
  log,
  isReady,
}: HttpServerInput): Promise<HttpServer> {
  const server = createServer((request, response) => {
    // Not parsed, but cut before its query: for a strange address (`//`) parsing would throw, and this is simply not
    // found.
    const path = request.url?.split('?')[0] ?? '/';
    route(path, request, response).catch((cause: unknown) => {
      log.error({ err: cause, path: path.split('/')[1] }, 'a request failed');
      if (!response.headersSent) plain(response, 500, 'failed');
    });
  });

  async function route(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (path === '/healthz') return plain(response, 200, 'alive');
    if (path === '/readyz')
      return (await isReady()) ? plain(response, 200, 'ready') : plain(response, 503, 'not ready');
    if (await survey.answers(path, request, response)) return;
    const name = verifyPicturePath(path, clock(), pictureSecret);
    const picture = name && (await pictures.get(name.workspaceId, name.key));
    if (!picture) return plain(response, 404, 'not found');
    response.writeHead(200, {
      'content-type': 'image/png',
      'content-length': picture.byteLength,
      'cache-control': 'private, max-age=86400',
    });
    response.end(picture);
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ port, host }, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function plain(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${words}\n`);
}
