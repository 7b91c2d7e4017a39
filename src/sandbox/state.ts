/**
 * What the sandbox's workspace knows at a moment: people, rooms, messages, files. Plain data in memory; the functions
 * beside it say what may be done with it. Every change is announced, so that pages and waiting tests see it at once.
 */
import { Temporal } from 'temporal-polyfill';
import type { Values } from './blocks/values.ts';
import type { CommandInfo, SandboxEvent } from './protocol.ts';

export interface SandboxTeam {
  id: string;
  name: string;
  domain: string;
}

export interface SandboxApp {
  id: string;
  name: string;
  botUserId: string;
}

export interface SandboxUser {
  id: string;
  /** The handle, as in `@ada`. */
  name: string;
  realName: string;
  email?: string;
  title?: string;
  /** IANA zone; UTC when left out. */
  tz?: string;
  locale?: string;
  isAdmin?: boolean;
  isBot?: boolean;
  deleted?: boolean;
  /** Of another workspace, which shares a channel with this one; left out: of this. */
  teamId?: string;
  /** A guest, in a few channels only. */
  isRestricted?: boolean;
  statusText?: string;
  /** With its colons. */
  statusEmoji?: string;
  /** Seconds since 1970; 0 or left out: it stays. */
  statusExpiration?: number;
}

export interface SandboxChannel {
  id: string;
  name: string;
  /** User ids; the bot's own when it has been invited. */
  members: string[];
  archived?: boolean;
}

export interface SandboxCommand extends CommandInfo {
  /** As in the manifest: mentions reach the bot as `<@U…>` only when true. */
  shouldEscape?: boolean;
}

export interface Room {
  id: string;
  kind: 'channel' | 'dm';
  name: string;
  members: string[];
  archived: boolean;
  /** Seconds since 1970. */
  created: number;
}

export interface StoredMessage {
  ts: string;
  user: string;
  text: string;
  blocks?: Block[];
  username?: string;
  iconUrl?: string;
  threadTs?: string;
  metadata?: unknown;
  editedTs?: string;
  /** The one person who sees an ephemeral message. */
  onlyFor?: string;
  fileIds?: string[];
}

export type Block = Record<string, unknown>;

/** What a bot says a modal or a Home tab is, in Slack's spelling. */
export interface ViewContent {
  type: 'modal' | 'home';
  blocks: Block[];
  title: Block | null;
  submit: Block | null;
  close: Block | null;
  callback_id: string;
  private_metadata: string;
  external_id: string;
  clear_on_close: boolean;
  notify_on_close: boolean;
}

export interface StoredView {
  id: string;
  user: string;
  /** Changes with each change of the content. */
  hash: string;
  /** The first view of its stack: its own id when it is that. */
  rootId: string;
  previousId: string | null;
  content: ViewContent;
  /** What the person has filled in, as far as it was sent. */
  filled: Values;
}

export interface State {
  team: SandboxTeam;
  app: SandboxApp;
  commands: SandboxCommand[];
  users: Map<string, SandboxUser>;
  rooms: Map<string, Room>;
  /** By room, oldest first. */
  messages: Map<string, StoredMessage[]>;
  /** By person: the modals open at the moment, the lowest first. */
  modals: Map<string, StoredView[]>;
  /** By person: the app's Home tab as last published to them. */
  homes: Map<string, StoredView>;
  files: Map<string, StoredFile>;
  /** Pictures of `image_url`, as fetched when the message was posted. */
  pictures: Map<string, Picture>;
  /** `user room` → ts of the newest message read. */
  readUpTo: Map<string, string>;
  listeners: Set<(to: string[], event: SandboxEvent) => void>;
  now: () => Date;
  /** How far somebody has moved the clock ahead; `now` has it in it. */
  aheadMs: number;
  lastMicroseconds: number;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  declaredLength: number;
  bytes?: Buffer;
  /** Set once files.completeUploadExternal was called. */
  completed: boolean;
  /** Slack has looked at it: only now has it a size and a type, and only now can blocks show it. */
  processed: boolean;
  /** Rooms it was shared to or shown in. */
  rooms: string[];
  created: number;
}

export interface Picture {
  bytes: Buffer;
  type: string;
}

/** Milliseconds since 1970, by the sandbox's clock. */
export function nowMs(state: State): number {
  return state.now().getTime();
}

export function nowSeconds(state: State): number {
  return Math.floor(nowMs(state) / 1000);
}

/** A fresh message name: the time in seconds with six decimals, never twice the same, always growing. */
export function nextTs(state: State): string {
  state.lastMicroseconds = Math.max(nowMs(state) * 1000, state.lastMicroseconds + 1);
  const digits = String(state.lastMicroseconds);
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** The instant a ts names, in ISO 8601. */
export function instantOf(ts: string): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(ts) * 1000)).toString();
}

/** Tells pages and waiting tests of a change that `to` may see. */
export function announce(state: State, to: string[], event: SandboxEvent): void {
  for (const listener of [...state.listeners]) listener(to, event);
}

export function botIdOf(app: SandboxApp): string {
  return `B${app.botUserId.slice(1)}`;
}

export function isBot(state: State, userId: string): boolean {
  return userId === state.app.botUserId || state.users.get(userId)?.isBot === true;
}
