/** Answering HTTP requests: reading bodies, sending replies, and spoiling those a test ordered a fault for. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Arguments } from './arguments.ts';
import { SlackError } from './errors.ts';
import type { World } from './world.ts';

const MOST_BODY_BYTES = 20_000_000;

export interface Reply {
  status: number;
  body: Record<string, unknown> | string | Buffer;
  headers?: Record<string, string>;
}

/** @throws SlackError `request_too_large` */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BODY_BYTES) throw new SlackError('request_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function send(response: ServerResponse, { status, body, headers }: Reply): void {
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const type = isRaw ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  const written = isRaw ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(written);
}

export interface Call {
  name: string;
  args: Arguments;
  work: () => Promise<Reply>;
  /** How this kind of call tells the bot that Slack refuses. */
  refuse: (error: SlackError) => Reply;
}

/** Logs a call of the bot, does it, and answers, unless a fault was ordered for it. */
export async function answerCall(world: World, response: ServerResponse, call: Call): Promise<void> {
  const fault = world.faults.take(call.name);
  const entry = { method: call.name, arguments: readable(call.args), at: world.state.now(), ...(fault && { fault }) };
  world.calls.push(entry);

  if (fault?.kind === 'drop') return void response.socket?.destroy();
  if (fault?.kind === '429') return send(response, tooMany(fault.retryAfter));
  if (fault?.kind === '500') return send(response, { status: 500, body: 'Internal Server Error' });
  if (fault?.kind === 'error') return send(response, call.refuse(new SlackError(fault.error)));
  if (fault?.kind === 'slow') await wait(fault.ms, undefined, { ref: false });

  const reply = await worked(call);
  if (typeof reply.body === 'object' && !Buffer.isBuffer(reply.body)) Object.assign(entry, { answer: reply.body });
  if (fault?.kind === 'lostReply') return void response.socket?.destroy();
  send(response, reply);
}

/** Arguments as a test wants to read them: lists and objects as such even when a form spelled them as JSON. */
function readable({ token: _secret, ...args }: Arguments): Arguments {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, parsedIfJson(value)]));
}

function parsedIfJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function worked(call: Call): Promise<Reply> {
  try {
    return await call.work();
  } catch (error) {
    if (error instanceof SlackError) return call.refuse(error);
    throw error;
  }
}

export function tooMany(retryAfter: number): Reply {
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': String(retryAfter) } };
}
