/**
 * Slack's side of Socket Mode: up to ten connections, each envelope to one of them in turn, acknowledgements awaited.
 * A URL from apps.connections.open is good for one connection.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject } from './arguments.ts';

const MOST_CONNECTIONS = 10;
const PING_EVERY_MS = 10_000;
/** How long a connection that was told to go may still acknowledge. */
const FAREWELL_MS = 10_000;
const CLOSE_WITHIN_MS = 500;

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

interface Envelope {
  type: EnvelopeType;
  payload: Record<string, unknown>;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
}

export type Delivery =
  | { acked: true; payload: Record<string, unknown> }
  /** Nobody connected; or no acknowledgement came in time, or none will because the connection broke. */
  | { acked: false; reason: 'connection_failed' | 'timeout' };

/** How Slack calls it to the person. */
export function errorOf(delivery: Extract<Delivery, { acked: false }>): string {
  return delivery.reason === 'connection_failed' ? 'dispatch_failed' : 'operation_timeout';
}

export interface SocketHub {
  /** The path and query of a connection not yet made. */
  openTicket(): string;
  deliver(envelope: Envelope): Promise<Delivery>;
  /** The envelope before, once more and under the same id. */
  redeliver(): Promise<Delivery>;
  connections(): number;
  /** Tells every connection to go, as Slack does when it moves house. */
  disconnect(reason: DisconnectReason): void;
  /** Takes leave of everyone. */
  close(): Promise<void>;
}

interface Pending {
  socket: WebSocket;
  settle: (delivery: Delivery) => void;
}

export function createSocketHub(server: Server, appId: string, ackMs: number): SocketHub {
  const upgrades = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const pending = new Map<string, Pending>();
  let latest: (Envelope & { envelope_id: string }) | undefined;
  const pings = setInterval(() => {
    for (const socket of open) socket.ping();
  }, PING_EVERY_MS);
  pings.unref();

  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    upgrades.handleUpgrade(request, socket, head, welcome);
  });

  function welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    socket.on('close', () => forget(socket));
    socket.on('message', (data) => receive(String(data)));
    if (open.length === MOST_CONNECTIONS) {
      sayGoodbye(socket, 'too_many_websockets');
      return;
    }
    open.push(socket);
    send(socket, {
      type: 'hello',
      num_connections: open.length,
      debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: appId },
    });
  }

  function receive(frame: string): void {
    const ack = parseFrame(frame);
    const id = ack?.envelope_id;
    if (typeof id !== 'string') return;
    pending.get(id)?.settle({ acked: true, payload: isObject(ack?.payload) ? ack.payload : {} });
  }

  function forget(socket: WebSocket): void {
    leave(socket);
    for (const waiting of [...pending.values()])
      if (waiting.socket === socket) waiting.settle({ acked: false, reason: 'timeout' });
  }

  function leave(socket: WebSocket): void {
    const at = open.indexOf(socket);
    if (at >= 0) open.splice(at, 1);
  }

  function sayGoodbye(socket: WebSocket, reason: DisconnectReason): void {
    leave(socket);
    send(socket, { type: 'disconnect', reason, debug_info: { host: 'sandbox' } });
    setTimeout(() => socket.terminate(), FAREWELL_MS).unref();
  }

  function deliver(envelope: Envelope): Promise<Delivery> {
    latest = { envelope_id: randomUUID(), ...envelope };
    return transmit(latest);
  }

  function transmit(envelope: Envelope & { envelope_id: string }): Promise<Delivery> {
    const socket = open.shift();
    if (!socket) return Promise.resolve({ acked: false, reason: 'connection_failed' });
    open.push(socket);
    const id = envelope.envelope_id;
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ acked: false, reason: 'timeout' }), ackMs);
      const settle = (delivery: Delivery): void => {
        clearTimeout(timer);
        pending.delete(id);
        resolve(delivery);
      };
      pending.set(id, { socket, settle });
      send(socket, { ...envelope });
    });
  }

  return {
    openTicket() {
      const ticket = randomBytes(16).toString('hex');
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    deliver,
    redeliver: () =>
      latest ? transmit(latest) : Promise.resolve({ acked: false, reason: 'connection_failed' } as const),
    connections: () => open.length,
    disconnect(reason) {
      for (const socket of [...open]) sayGoodbye(socket, reason);
    },
    async close() {
      clearInterval(pings);
      await Promise.all([...upgrades.clients].map(closed));
      upgrades.close();
    },
  };
}

function send(socket: WebSocket, frame: Record<string, unknown>): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
}

/** Closes with a handshake, so that the client need not wait for one, and by force when the client doesn't answer. */
async function closed(socket: WebSocket): Promise<void> {
  const force = setTimeout(() => socket.terminate(), CLOSE_WITHIN_MS);
  const gone = new Promise((resolve) => socket.once('close', resolve));
  socket.close(1001);
  await gone;
  clearTimeout(force);
}

/** A client's frame, or undefined when it is not one: Slack ignores those. */
function parseFrame(frame: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(frame);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
