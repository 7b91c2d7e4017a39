/**
 * What of Slack the sandbox stands in for, and how far. A test holds this list against the code, so it cannot promise
 * more than there is, nor keep quiet about anything.
 */
import { LIMITS, MESSAGE_LIMITS } from './blocks/limits.ts';
import type { Fault } from './faults.ts';
import type { EnvelopeType } from './socket-mode.ts';

export const COVERAGE = {
  methods: {
    'apps.connections.open': 'with the app-level token; each URL is good for one connection',
    'auth.test': 'of the bot',
    'chat.delete': 'own messages',
    'chat.getPermalink': 'a link the page understands',
    'chat.postEphemeral': 'to members of a room the bot is in',
    'chat.postMessage': 'to rooms the bot is in, or to a person by user id; threads, metadata, username and icon',
    'chat.update': 'own messages; not ephemeral ones',
    'conversations.history': 'newest first, paged, with oldest, latest, inclusive and include_all_metadata',
    'conversations.info': 'public channels and own DMs',
    'conversations.join': 'public channels',
    'conversations.list': 'public_channel and im, paged',
    'conversations.members': 'paged',
    'conversations.open': 'a DM with one person; no group DMs',
    'conversations.replies': 'a message and its replies, oldest first; otherwise like history',
    'files.completeUploadExternal': 'with or without sharing to a room; processing takes a moment',
    'files.getUploadURLExternal': 'the bytes go there raw or as a multipart form, and must have the length named',
    'files.info': 'size, type and measures once processed',
    'users.info': 'with include_locale; Slackbot too',
    'users.list': 'paged; Slackbot is among the members, as in Slack',
    'users.lookupByEmail': 'people who are not deactivated',
    'views.open': 'modals, with a trigger; another stack before the person makes way',
    'views.publish': 'the Home tab of a person, with hash',
    'views.push': 'three deep',
    'views.update': 'by view_id or external_id, with hash; what was filled in stays where block and action do',
  },
  envelopes: {
    slash_commands: 'an answer in the ack is posted; without an ack in 3 s the person is told (operation_timeout)',
    interactive:
      'block_actions in messages and views, view_submission (errors, update, push, clear), view_closed when notify_on_close',
    events_api:
      'message.im, app_mention (threads too), app_home_opened, team_join and user_change; sent again at once, after 1 and after 5 minutes until acknowledged',
  } satisfies Record<EnvelopeType, string>,
  answers: {
    response_url: 'five times in 30 minutes; replace_original and delete_original for buttons, anew for commands',
    trigger_id: 'expires after 3 s, single use',
  },
  errors: {
    tokens: 'not_authed, invalid_auth, not_allowed_token_type',
    rooms: 'channel_not_found, not_in_channel, is_archived, user_not_in_channel, thread_not_found, message_not_found',
    content: 'no_text, msg_too_long, invalid_blocks and invalid_blocks_format, each fault with a JSON pointer',
    pictures: 'image_url is fetched when posted, from this machine only; slack_file must be processed, never ephemeral',
    views:
      'invalid_arguments with JSON pointers, view_too_large, not_found, hash_conflict, duplicate_external_id, push_limit_reached, expired_trigger_id, exchanged_trigger_id, invalid_trigger_id; what the page cannot draw is refused too',
    lists: 'invalid_cursor, invalid_limit',
    unknown: 'unknown_method',
  },
  faults: {
    '429': 'too many requests, with Retry-After',
    '500': 'an error of the server',
    drop: 'the connection breaks before anything is done',
    lostReply: 'it is done, and the connection breaks before the answer',
    slow: 'the answer takes a while',
    error: 'ok: false with a code of the test’s choice',
  } satisfies Record<Fault['kind'], string>,
  limits: { inBlocks: LIMITS, inAMessage: MESSAGE_LIMITS },
} as const;
