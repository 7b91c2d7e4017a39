/** Server-sent events: a page learns what changed for its person. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SandboxEvent } from './protocol.ts';
import type { State } from './state.ts';

/** Keeps proxies and browsers from taking a quiet stream for a dead one. */
const HEARTBEAT_MS = 15_000;

export function followEvents(state: State, user: string, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.write(': here\n\n');
  const listener = (to: string[], event: SandboxEvent): void => {
    if (to.includes(user)) response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  state.listeners.add(listener);
  request.on('close', () => {
    clearInterval(heartbeat);
    state.listeners.delete(listener);
  });
}
