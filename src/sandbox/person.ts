/** What a person does: writes, gives a command, presses a button. Slack tells the bot by an envelope and waits for its ack. */
import { takeAnswer } from './answers.ts';
import { elementsIn } from './blocks/values.ts';
import { SlackError } from './errors.ts';
import { deliverEvent } from './events.ts';
import { post } from './messages.ts';
import { actionPayload, commandPayload, eventPayload } from './payloads.ts';
import { teamOf } from './people-format.ts';
import type { ClickRequest, Outcome, SendRequest } from './protocol.ts';
import { visibleTo } from './rooms.ts';
import { type Delivery, errorOf } from './socket-mode.ts';
import { commandText, messageText } from './speech.ts';
import { announce, type Room, type State, type StoredMessage } from './state.ts';
import type { World } from './world.ts';

/** What was accepted at once, and how it went with the bot. */
interface Deed {
  outcome: Outcome;
  settled: Promise<Outcome>;
}

type Speech = Omit<SendRequest, 'as'>;

const refused = (error: string): Deed => ({
  outcome: { ok: false, error },
  settled: Promise.resolve({ ok: false, error }),
});

/** A message, or with a leading slash a command. In a thread there are no commands, as in Slack. */
export function say(world: World, user: string, { channel, text: typed, threadTs }: Speech): Deed {
  const { state } = world;
  const room = state.rooms.get(channel);
  if (!room?.members.includes(user)) return refused('not_in_channel');
  if (typed.trim() === '') return refused('no_text');
  if (room.archived) return refused('is_archived');
  if (threadTs !== undefined && !startsThread(state, user, room, threadTs)) return refused('thread_not_found');
  if (typed.startsWith('/') && threadTs !== undefined)
    return refused(`${typed.split(/\s/, 1)[0]} is not supported in threads. Sorry!`);
  if (typed.startsWith('/')) return command(world, user, room, typed);
  const message = post(state, room, { user, text: messageText(state, typed), blocks: richText(typed), threadTs });
  if (concernsBot(state, room, message)) deliverEvent(world, eventPayload(world, room, message));
  return { outcome: { ok: true }, settled: Promise.resolve({ ok: true }) };
}

function startsThread(state: State, user: string, room: Room, ts: string): boolean {
  return visibleTo(state, user, room).some(
    (message) => message.ts === ts && message.onlyFor === undefined && (message.threadTs ?? ts) === ts,
  );
}

function command(world: World, user: string, room: Room, typed: string): Deed {
  const [name = ''] = typed.split(/\s/, 1);
  const known = world.state.commands.find((command) => command.command === name);
  // People of another workspace have the commands of their own.
  if (!known || teamOf(world.state, user) !== world.state.team.id)
    return refused(
      `${name} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands.`,
    );
  const text = commandText(world.state, typed.slice(name.length), known.shouldEscape === true);
  const payload = commandPayload(world, user, room, name, text);
  const settled = world.sockets
    .deliver({ type: 'slash_commands', payload, accepts_response_payload: true })
    .then((delivery) => commandDelivered(world, user, room, { name, typed }, delivery));
  return { outcome: { ok: true }, settled };
}

async function commandDelivered(
  world: World,
  user: string,
  room: Room,
  { name, typed }: { name: string; typed: string },
  delivery: Delivery,
): Promise<Outcome> {
  const problem = delivery.acked ? await answerInAck(world, user, room, typed, delivery.payload) : errorOf(delivery);
  if (problem === undefined) return { ok: true };
  toast(world.state, user, `${name} failed with the error "${problem}"`);
  return { ok: false, error: problem };
}

/** An ack may carry the answer; said to all, it shows the command as well. Gives the error when Slack refuses it. */
async function answerInAck(
  world: World,
  user: string,
  room: Room,
  typed: string,
  answer: Record<string, unknown>,
): Promise<string | undefined> {
  if (Object.keys(answer).length === 0) return undefined;
  try {
    if (answer.response_type === 'in_channel') post(world.state, room, { user, text: messageText(world.state, typed) });
    await takeAnswer(world, { room: room.id, user }, answer);
    return undefined;
  } catch (error) {
    return error instanceof SlackError ? error.code : 'internal_error';
  }
}

/** Presses or chooses what stands in a message's blocks. */
export async function click(world: World, { as: user, channel, ts, ...pressed }: ClickRequest): Promise<Outcome> {
  const room = world.state.rooms.get(channel);
  const message = room && visibleTo(world.state, user, room).find((one) => one.ts === ts);
  if (!room || !message) return { ok: false, error: 'message_not_found' };
  const element = findElement(message, pressed.block_id, pressed.action_id);
  if (!element) return { ok: false, error: 'action_not_found' };

  const { type, text, value, action_id } = element;
  const chosen = Object.fromEntries(Object.entries(pressed).filter(([, detail]) => detail !== undefined));
  const action = {
    type,
    ...(text !== undefined && { text }),
    ...(value !== undefined && { value }),
    ...chosen,
    action_id,
  };
  const payload = actionPayload(world, user, room, message, action);
  const delivery = await world.sockets.deliver({ type: 'interactive', payload, accepts_response_payload: false });
  return delivery.acked ? { ok: true } : { ok: false, error: errorOf(delivery) };
}

function findElement(message: StoredMessage, blockId: string, actionId: string): Record<string, unknown> | undefined {
  const block = message.blocks?.find((one) => one.block_id === blockId);
  return block && elementsIn(block).find((element) => element.action_id === actionId);
}

function toast(state: State, user: string, text: string): void {
  announce(state, [user], { type: 'toast', text });
}

function concernsBot(state: State, room: Room, message: StoredMessage): boolean {
  const bot = state.app.botUserId;
  if (!room.members.includes(bot)) return false;
  return room.kind === 'dm' || message.text.includes(`<@${bot}>`);
}

function richText(typed: string): Record<string, unknown>[] {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text: typed }] };
  return [{ type: 'rich_text', block_id: 'typed', elements: [section] }];
}
