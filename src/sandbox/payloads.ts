/** The payloads of envelopes, with the keys and types of Slack's published samples. */
import { randomBytes, randomUUID } from 'node:crypto';
import { slackMessage } from './messages.ts';
import { teamOf } from './people-format.ts';
import { messagesOf } from './rooms.ts';
import { nextTs, nowSeconds, type Room, type StoredMessage } from './state.ts';
import type { World } from './world.ts';

export type Payload = Record<string, unknown>;
export const VERIFICATION_TOKEN = 'sandbox-verification-token';

export function commandPayload(world: World, user: string, room: Room, command: string, text: string): Payload {
  const { team, app, users } = world.state;
  return {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: room.id,
    channel_name: room.name,
    user_id: user,
    user_name: users.get(user)?.name ?? user,
    command,
    text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: world.origin + world.responseUrls.open({ room: room.id, user }),
    trigger_id: world.responseUrls.openTrigger(user),
  };
}

/** `action` is what was pressed and chosen, without its time. */
export function actionPayload(
  world: World,
  user: string,
  room: Room,
  message: StoredMessage,
  action: Payload,
): Payload {
  const { state } = world;
  const ephemeral = message.onlyFor !== undefined;
  const name = state.users.get(user)?.name ?? user;
  const { type, block_id, action_id, selected_option, selected_user } = action;
  const chosen = { type, selected_option, selected_user };
  const isButton = type === 'button' || type === 'overflow';
  return {
    type: 'block_actions',
    user: { id: user, username: name, name, team_id: teamOf(state, user) },
    api_app_id: state.app.id,
    token: VERIFICATION_TOKEN,
    container: { type: 'message', message_ts: message.ts, channel_id: room.id, is_ephemeral: ephemeral },
    trigger_id: world.responseUrls.openTrigger(user),
    team: { id: state.team.id, domain: state.team.domain },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: room.id, name: room.name },
    // Slack does not hand back the content of a message that only one person sees.
    ...(!ephemeral && { message: slackMessage(world, message) }),
    state: { values: isButton ? {} : { [String(block_id)]: { [String(action_id)]: chosen } } },
    response_url: world.origin + world.responseUrls.open({ room: room.id, user, messageTs: message.ts }),
    actions: [{ ...action, action_ts: nextTs(state) }],
  };
}

/** A direct message to the bot, or words in a channel that mention it. */
export function eventPayload(world: World, room: Room, message: StoredMessage): Payload {
  const isDm = room.kind === 'dm';
  const parent = messagesOf(world.state, room.id).find(({ ts }) => ts === message.threadTs);
  return envelope(world, {
    type: isDm ? 'message' : 'app_mention',
    user: message.user,
    ts: message.ts,
    client_msg_id: randomUUID(),
    text: message.text,
    team: teamOf(world.state, message.user),
    blocks: message.blocks,
    channel: room.id,
    event_ts: message.ts,
    ...(isDm && { channel_type: 'im' }),
    ...(parent && { thread_ts: parent.ts, parent_user_id: parent.user }),
  });
}

/** What every event comes in. */
export function envelope(world: World, event: Payload): Payload {
  const { team, app } = world.state;
  return {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: `Ev${randomBytes(5).toString('hex').toUpperCase()}`,
    event_time: nowSeconds(world.state),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${randomBytes(12).toString('hex')}`,
  };
}
