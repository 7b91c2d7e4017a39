/** The sandbox's HTTP server: which path is whose. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { responseUrl, upload, webApi } from './bot-routes.ts';
import { builtPage } from './built-page.ts';
import { SlackError } from './errors.ts';
import { pageRoute } from './page-routes.ts';
import { send } from './replies.ts';
import type { World } from './world.ts';

/** Listens on loopback only: whoever reaches the sandbox may play anybody in it. */
export async function listen(port: number): Promise<{ server: Server; origin: string }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return { server, origin: `http://127.0.0.1:${actual}` };
}

export function serve(server: Server, world: World, pageDir: string | undefined): void {
  server.on('request', (request, response) => {
    route(world, pageDir, request, response).catch((error: unknown) => failed(response, error));
  });
}

async function route(
  world: World,
  pageDir: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = URL.canParse(request.url ?? '', world.origin) ? new URL(request.url ?? '', world.origin) : undefined;
  if (!url) return send(response, { status: 400, body: 'Bad request' });
  if (isForeign(request)) return send(response, { status: 403, body: 'Another site may not use the sandbox.' });
  if (url.pathname.startsWith('/api/')) return webApi(world, request, response, url);
  if (url.pathname.startsWith('/upload/')) return upload(world, request, response, url);
  if (url.pathname.startsWith('/hooks/')) return responseUrl(world, request, response, url);
  if (url.pathname.startsWith('/sandbox/')) return pageRoute(world, request, response, url);
  send(response, await builtPage(pageDir, url.pathname));
}

/** A page of some other site in the same browser must not press buttons here. */
function isForeign({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return false;
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host;
}

function failed(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.socket?.destroy();
  const code = error instanceof SlackError ? error.code : 'internal_error';
  send(response, { status: error instanceof SlackError ? 413 : 500, body: { ok: false, error: code } });
}
