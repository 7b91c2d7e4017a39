/**
 * What the sandbox's server and its web page say to each other. Bodies are JSON; `as` is the Slack user id the browser plays.
 *
 *     GET  /sandbox/workspace?as=U           → Workspace (without `as`, or for nobody known, as the first person)
 *     GET  /sandbox/messages?as=U&channel=C  → MessageList (only what U may see; an ephemeral one only for its addressee)
 *     POST /sandbox/send      SendRequest    → Outcome (a leading "/" makes it a slash command, as in Slack)
 *     POST /sandbox/click     ClickRequest   → Outcome
 *     POST /sandbox/view/action ViewActionRequest → Outcome
 *     POST /sandbox/view/submit ViewSubmitRequest → SubmitOutcome
 *     POST /sandbox/view/close  ViewCloseRequest  → Outcome
 *     POST /sandbox/person    a person of `state.ts`, only `id` needed → Outcome (someone joins, changes or is deactivated)
 *     POST /sandbox/clock     ClockRequest   → Outcome (the sandbox's time goes forward, never back)
 *     POST /sandbox/open-app  OpenAppRequest → Outcome (the bot hears that its Home or its messages were opened)
 *     POST /sandbox/open-dm   OpenDmRequest  → OpenDmReply
 *     POST /sandbox/read      ReadRequest    → Outcome
 *     GET  /sandbox/events?as=U              → server-sent events, each `data` a SandboxEvent
 *     GET  /sandbox/file/F…?as=U             → a file's bytes, for users who may see it
 *     GET  /sandbox/proxy?url=…              → the picture of an image block, as kept when the message was posted
 *     GET  / and /assets/*                   → the built page
 */
import type { Values } from './blocks/values.ts';

export interface Workspace {
  /** The sandbox's time, in ISO 8601. */
  now: string;
  team: { id: string; name: string };
  me: User;
  users: User[];
  conversations: Conversation[];
  /** Every channel, also those one is not in: Slack names a public channel to everybody. */
  channels: { id: string; name: string }[];
  commands: CommandInfo[];
  /** The modal on top, if one is open. */
  modal?: PageView;
  /** The app's Home tab, once the bot has published it. */
  home?: PageView;
}

export interface User {
  id: string;
  name: string;
  realName: string;
  title?: string;
  /** IANA zone, such as `Europe/Berlin`. */
  tz: string;
  /** Seconds east of UTC. */
  tzOffset: number;
  locale: string;
  isBot: boolean;
  /** Six hexadecimal digits, without the `#`, as Slack gives it. */
  color: string;
}

export interface CommandInfo {
  /** With its leading slash. */
  command: string;
  description: string;
  usageHint: string;
}

export interface Conversation {
  id: string;
  kind: 'channel' | 'dm';
  name: string;
  /** The other person of a DM. */
  with?: string;
  members: string[];
  unread: number;
}

export interface MessageList {
  messages: Message[];
}

export interface Message {
  /** Slack's name of the message within its channel, such as `1712345678.000200`. */
  ts: string;
  channel: string;
  user: string;
  username?: string;
  iconUrl?: string;
  isBot: boolean;
  /** What notifications and screen readers say when there are blocks. */
  text: string;
  blocks?: unknown[];
  ephemeral: boolean;
  edited: boolean;
  files?: SharedFile[];
  threadTs?: string;
  /** The instant of `ts` in ISO 8601. */
  at: string;
}

export interface SharedFile {
  id: string;
  title: string;
  url: string;
  width?: number;
  height?: number;
}

export interface SendRequest {
  as: string;
  channel: string;
  text: string;
  /** The message to reply to in its thread. */
  threadTs?: string | undefined;
}

/** Which element of which message, and what was chosen; the rest has the keys and shapes of Slack's `block_actions`. */
export interface ClickRequest {
  as: string;
  channel: string;
  ts: string;
  block_id: string;
  action_id: string;
  value?: string;
  selected_option?: unknown;
  selected_user?: string;
  [detail: string]: unknown;
}

/** A modal or a Home tab. */
export interface PageView {
  id: string;
  hash: string;
  type: 'modal' | 'home';
  title?: string;
  submit?: string;
  close?: string;
  /** Whether another modal lies beneath. */
  stacked: boolean;
  blocks: unknown[];
  /** What stands in its fields, by block id and action id. */
  values: Values;
}

/** A press or a choice in a view, with all that is filled in at that moment. `option` is the value chosen in an overflow menu. */
export interface ViewActionRequest {
  as: string;
  view: string;
  block_id: string;
  action_id: string;
  option?: string | undefined;
  values: Values;
}

export interface ViewSubmitRequest {
  as: string;
  view: string;
  values: Values;
}

/** With `all` the whole stack goes. */
export interface ViewCloseRequest {
  as: string;
  view: string;
  all?: boolean | undefined;
}

/** `errors` by block id: of fields Slack itself finds wanting (`incomplete`), or that the bot does (`errors`). */
export type SubmitOutcome = { ok: true } | { ok: false; error: string; errors?: Record<string, string> };

/** Where the clock goes: to an instant in ISO 8601, or `today 9:00` or `tomorrow 9:00` (any time of day) in the zone of `as`. */
export type ClockRequest = { as: string } & ({ to: string } | { forward: string });

export interface OpenAppRequest {
  as: string;
  tab: 'home' | 'messages';
}

export interface OpenDmRequest {
  as: string;
  with: string;
}

export interface OpenDmReply {
  channel: string;
}

export interface ReadRequest {
  as: string;
  channel: string;
}

export type Outcome = { ok: true } | { ok: false; error: string };

export type SandboxEvent =
  | { type: 'message'; channel: string }
  | { type: 'conversations' }
  | { type: 'view' }
  | { type: 'clock' }
  | { type: 'toast'; text: string };
