/** People join, change and leave while the sandbox runs; the bot hears of it as in Slack. */
import { deliverEvent } from './events.ts';
import { envelope } from './payloads.ts';
import { slackUser } from './people-format.ts';
import { openDm } from './rooms.ts';
import { announce, nextTs, nowSeconds, type SandboxUser } from './state.ts';
import type { World } from './world.ts';

/** Adds the person (`team_join`), or changes what is named of one already there (`user_change`): `deleted` deactivates. */
export function setPerson(world: World, change: Partial<SandboxUser> & { id: string }): void {
  const { state } = world;
  const known = state.users.get(change.id);
  const user: SandboxUser = { name: change.id.toLowerCase(), realName: change.id, ...known, ...change };
  state.users.set(user.id, user);
  if (!known) openDm(state, state.app.botUserId, user.id);
  announce(state, [...state.users.keys()], { type: 'conversations' });
  const event = {
    type: known ? 'user_change' : 'team_join',
    user: slackUser(state, user, true),
    cache_ts: nowSeconds(state),
    event_ts: nextTs(state),
  };
  deliverEvent(world, envelope(world, event));
}
