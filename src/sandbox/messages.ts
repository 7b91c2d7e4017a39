/** Posting, changing and removing messages; what a message looks like to the bot and to a person's page. */
import { filesIn } from './blocks/pictures.ts';
import { botProfile } from './people-format.ts';
import type { Message } from './protocol.ts';
import { messagesOf } from './rooms.ts';
import { announce, botIdOf, instantOf, isBot, nextTs, type Room, type State, type StoredMessage } from './state.ts';
import { sharedFile, slackFile } from './uploaded-files.ts';

export type Draft = Omit<StoredMessage, 'ts'>;

export function post(state: State, room: Room, draft: Draft): StoredMessage {
  const message: StoredMessage = { ts: nextTs(state), ...draft };
  messagesOf(state, room.id).push(message);
  showFiles(state, room, message);
  announce(state, audienceOf(room, message), { type: 'message', channel: room.id });
  return message;
}

/** Replaces what a message says; its place, author and audience stay. */
export function edit(
  state: State,
  room: Room,
  message: StoredMessage,
  change: Pick<Draft, 'text' | 'blocks' | 'metadata'>,
): void {
  message.text = change.text;
  message.blocks = change.blocks;
  if (change.metadata !== undefined) message.metadata = change.metadata;
  message.editedTs = nextTs(state);
  showFiles(state, room, message);
  announce(state, audienceOf(room, message), { type: 'message', channel: room.id });
}

export function remove(state: State, room: Room, message: StoredMessage): void {
  const messages = messagesOf(state, room.id);
  messages.splice(messages.indexOf(message), 1);
  announce(state, audienceOf(room, message), { type: 'message', channel: room.id });
}

function audienceOf(room: Room, message: StoredMessage): string[] {
  return message.onlyFor === undefined ? room.members : [message.onlyFor];
}

/** Whoever sees a message sees the files its blocks show. */
function showFiles(state: State, room: Room, message: StoredMessage): void {
  const attached = (message.fileIds ?? []).map((id) => state.files.get(id));
  for (const file of [...attached, ...filesIn(state, message.blocks ?? [])])
    if (file && !file.rooms.includes(room.id)) file.rooms.push(room.id);
}

/** The message as the Web API and interaction payloads spell it. */
export function slackMessage(world: { state: State; origin: string }, message: StoredMessage): Record<string, unknown> {
  const { state } = world;
  const fromApp = message.user === state.app.botUserId;
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: state.team.id,
    ...(fromApp && { bot_id: botIdOf(state.app), app_id: state.app.id, bot_profile: botProfile(state) }),
    ...(message.blocks && { blocks: message.blocks }),
    ...(message.username && { username: message.username, subtype: 'bot_message' }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(message.editedTs && { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
    ...(message.fileIds && { files: message.fileIds.map((id) => slackFile(world, id)), upload: false }),
  };
}

/** What Slack adds to a message that has a thread, or to a reply in one. */
export function threadFacts(state: State, room: Room, { ts, threadTs }: StoredMessage): Record<string, unknown> {
  const thread = messagesOf(state, room.id).filter((one) => one.onlyFor === undefined);
  if (threadTs !== undefined && threadTs !== ts)
    return { parent_user_id: thread.find((one) => one.ts === threadTs)?.user };
  const replies = thread.filter((one) => one.threadTs === ts && one.ts !== ts);
  if (replies.length === 0) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: replies.at(-1)?.ts,
    is_locked: false,
  };
}

/** The message as the page shows it to `viewer`. */
export function pageMessage(state: State, room: Room, message: StoredMessage, viewer: string): Message {
  return {
    ts: message.ts,
    channel: room.id,
    user: message.user,
    username: message.username,
    iconUrl: message.iconUrl,
    isBot: isBot(state, message.user),
    text: message.text,
    blocks: message.blocks,
    ephemeral: message.onlyFor !== undefined,
    edited: message.editedTs !== undefined,
    files: message.fileIds?.map((id) => sharedFile(state, id, viewer)),
    threadTs: message.threadTs,
    at: instantOf(message.ts),
  };
}
