/** The workspace as it is when the sandbox starts. */
import { openDm } from './rooms.ts';
import {
  nowSeconds,
  type Room,
  type SandboxApp,
  type SandboxChannel,
  type SandboxCommand,
  type SandboxTeam,
  type SandboxUser,
  type State,
} from './state.ts';

export interface WorkspaceOptions {
  team: SandboxTeam;
  /** People; the bot's own user is added. */
  users: SandboxUser[];
  channels: SandboxChannel[];
  app: SandboxApp;
  commands: SandboxCommand[];
  /** The sandbox's clock, until it is moved ahead: time stamps, expiry and rate limits. Waiting is real. */
  now?: () => Date;
}

/** Everyone has a DM with the bot from the start, as after installing an app and opening it. */
export function createState({ team, users, channels, app, commands, now }: WorkspaceOptions): State {
  const bot: SandboxUser = { id: app.botUserId, name: app.name.toLowerCase(), realName: app.name, isBot: true };
  const people = users.filter((user) => user.id !== app.botUserId);
  const state: State = {
    team,
    app,
    commands,
    users: new Map([...people, bot].map((user) => [user.id, user])),
    rooms: new Map(),
    messages: new Map(),
    modals: new Map(),
    homes: new Map(),
    files: new Map(),
    pictures: new Map(),
    readUpTo: new Map(),
    listeners: new Set(),
    now: () => new Date((now?.() ?? new Date()).getTime() + state.aheadMs),
    aheadMs: 0,
    lastMicroseconds: 0,
  };
  for (const channel of channels) state.rooms.set(channel.id, roomFrom(channel, nowSeconds(state)));
  for (const user of people) if (!user.isBot && !user.deleted) openDm(state, app.botUserId, user.id);
  return state;
}

function roomFrom({ id, name, members, archived }: SandboxChannel, created: number): Room {
  return { id, kind: 'channel', name, members: [...members], archived: archived === true, created };
}
