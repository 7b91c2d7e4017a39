/** What the web page calls; protocol.ts says in which words. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { daysOnAt, moveClock } from './clock.ts';
import { SlackError } from './errors.ts';
import { openApp } from './events.ts';
import { followEvents } from './page-events.ts';
import { messagesFor, roomOf, workspaceFor } from './page-view.ts';
import { setPerson } from './people-changes.ts';
import { everyone } from './people-format.ts';
import { click, say } from './person.ts';
import type { Outcome } from './protocol.ts';
import { type Reply, readBody, send } from './replies.ts';
import { markRead, openDm } from './rooms.ts';
import { announce, type State } from './state.ts';
import { BOT_TOKEN } from './tokens.ts';
import { factsOf, maySee } from './uploaded-files.ts';
import { act, close, submit } from './views/deeds.ts';
import type { World } from './world.ts';

const sendRequest = z.object({
  as: z.string(),
  channel: z.string(),
  text: z.string(),
  threadTs: z.string().optional(),
});
const readRequest = z.object({ as: z.string(), channel: z.string() });
const zone = z.string().refine((name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC');
const personRequest = z
  .object({
    id: z.string().regex(/^U[A-Z0-9]+$/),
    name: z.string(),
    realName: z.string(),
    email: z.string(),
    title: z.string(),
    tz: zone,
    locale: z.string(),
    deleted: z.boolean(),
    isRestricted: z.boolean(),
    statusText: z.string(),
    statusEmoji: z.string(),
    statusExpiration: z.number().int(),
  })
  .partial()
  .required({ id: true });
const clockRequest = z.union([
  z.object({ as: z.string(), to: z.iso.datetime({ offset: true }) }),
  z.object({ as: z.string(), forward: z.string().regex(/^(today|tomorrow) ([01]?\d|2[0-3]):[0-5]\d$/) }),
]);
const openAppRequest = z.object({ as: z.string(), tab: z.enum(['home', 'messages']) });
const openDmRequest = z.object({ as: z.string(), with: z.string() });
const clickRequest = z.looseObject({
  as: z.string(),
  channel: z.string(),
  ts: z.string(),
  block_id: z.string(),
  action_id: z.string(),
  value: z.string().optional(),
  selected_user: z.string().optional(),
});

const plain = z.union([z.string(), z.array(z.string()), z.null()]);
const values = z.record(z.string(), z.record(z.string(), plain));
const submitRequest = z.object({ as: z.string(), view: z.string(), values });
const closeRequest = z.object({ as: z.string(), view: z.string(), all: z.boolean().optional() });
const actRequest = submitRequest.extend({
  block_id: z.string(),
  action_id: z.string(),
  option: z.string().optional(),
});

type Route = (world: World, input: { url: URL; body: unknown; request: IncomingMessage }) => Reply | Promise<Reply>;

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /sandbox/workspace': ({ state }, { url }) => ok(workspaceFor(state, visitor(state, url.searchParams.get('as')))),
  'GET /sandbox/messages': ({ state }, { url }) => {
    const user = person(state, url.searchParams.get('as'));
    return ok({ messages: messagesFor(state, user, roomOf(state, url.searchParams.get('channel'))) });
  },
  'GET /sandbox/proxy': ({ state }, { url }) => {
    const picture = state.pictures.get(url.searchParams.get('url') ?? '');
    return picture ? bytes(picture.bytes, picture.type) : notFound();
  },
  'POST /sandbox/send': (world, { body }) => {
    const { as, channel, text, threadTs } = sendRequest.parse(body);
    const { outcome } = say(world, person(world.state, as), { channel, text, threadTs });
    return ok(outcome);
  },
  'POST /sandbox/click': async (world, { body }) => {
    const pressed = clickRequest.parse(body);
    person(world.state, pressed.as);
    return ok(await click(world, pressed));
  },
  'POST /sandbox/view/action': async (world, { body }) => ok(await act(world, actRequest.parse(body))),
  'POST /sandbox/view/submit': async (world, { body }) => ok(await submit(world, submitRequest.parse(body))),
  'POST /sandbox/view/close': async (world, { body }) => ok(await close(world, closeRequest.parse(body))),
  'POST /sandbox/open-app': (world, { body }) => {
    const { as, tab } = openAppRequest.parse(body);
    openApp(world, person(world.state, as), tab);
    return ok({ ok: true } satisfies Outcome);
  },
  'POST /sandbox/person': (world, { body }) => {
    const change = personRequest.parse(body);
    if (world.state.users.get(change.id)?.isBot) throw new SlackError('user_not_found');
    setPerson(world, change);
    return ok({ ok: true } satisfies Outcome);
  },
  'POST /sandbox/clock': (world, { body }) => {
    const asked = clockRequest.parse(body);
    const as = person(world.state, asked.as);
    moveClock(world, 'to' in asked ? Temporal.Instant.from(asked.to) : forward(world.state, as, asked.forward));
    return ok({ ok: true } satisfies Outcome);
  },
  'POST /sandbox/open-dm': ({ state }, { body }) => {
    const { as, with: other } = openDmRequest.parse(body);
    if (!state.users.has(other)) throw new SlackError('user_not_found');
    return ok({ channel: openDm(state, person(state, as), other).id });
  },
  'POST /sandbox/read': ({ state }, { body }) => {
    const { as, channel } = readRequest.parse(body);
    const user = person(state, as);
    markRead(state, user, roomOf(state, channel));
    announce(state, [user], { type: 'conversations' });
    return ok({ ok: true } satisfies Outcome);
  },
};

export async function pageRoute(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    if (url.pathname === '/sandbox/events')
      return followEvents(world.state, person(world.state, url.searchParams.get('as')), request, response);
    const route =
      ROUTES[`${request.method} ${url.pathname}`] ?? (url.pathname.startsWith('/sandbox/file/') ? file : undefined);
    if (!route) return send(response, notFound());
    const body = request.method === 'POST' ? parsed(await readBody(request)) : undefined;
    send(response, await route(world, { url, body, request }));
  } catch (error) {
    if (error instanceof SlackError) return send(response, { status: 400, body: { ok: false, error: error.code } });
    if (error instanceof z.ZodError)
      return send(response, { status: 400, body: { ok: false, error: 'invalid_arguments' } });
    throw error;
  }
}

/** A file's bytes: for people who see it, and for the bot that brings its token. */
const file: Route = ({ state }, { url, request }) => {
  const found = state.files.get(url.pathname.slice('/sandbox/file/'.length));
  const isBot = request.headers.authorization === `Bearer ${BOT_TOKEN}`;
  const allowed = found !== undefined && (isBot || maySee(state, url.searchParams.get('as') ?? '', found));
  if (!allowed || !found.bytes) return notFound();
  return bytes(found.bytes, factsOf(found)?.type ?? 'application/octet-stream');
};

function person(state: State, id: string | null): string {
  const user = state.users.get(id ?? '');
  if (!user || user.isBot) throw new SlackError('user_not_found');
  return user.id;
}

/** Whom a page plays: as it asks, else (a first visit, or a person of an earlier team) the first of the people. */
function visitor(state: State, id: string | null): string {
  const people = everyone(state).filter((one) => !one.isBot && !one.deleted);
  return (people.find((one) => one.id === id) ?? people[0])?.id ?? person(state, id);
}

function forward(state: State, as: string, words: string): Temporal.Instant {
  const [day, time = ''] = words.split(' ');
  return daysOnAt(state, as, day === 'today' ? 0 : 1, Temporal.PlainTime.from(time.padStart(5, '0')));
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new SlackError('invalid_json');
  }
}

function ok(body: object): Reply {
  return { status: 200, body: { ...body } };
}

function bytes(body: Buffer, type: string): Reply {
  return { status: 200, body, headers: { 'content-type': type, 'x-content-type-options': 'nosniff' } };
}

function notFound(): Reply {
  return { status: 404, body: { ok: false, error: 'not_found' } };
}
