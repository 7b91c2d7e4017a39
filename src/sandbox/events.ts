/** Events: what the bot hears of without being asked, sent again as Slack does as long as nobody acknowledges it. */
import { envelope, type Payload } from './payloads.ts';
import { openDm } from './rooms.ts';
import { nextTs } from './state.ts';
import { slackView } from './views/format.ts';
import type { World } from './world.ts';

/** Does not wait: nobody in Slack waits for a bot to hear of something. */
export function deliverEvent(world: World, payload: Payload): void {
  void keepSending(world, payload);
}

async function keepSending(world: World, payload: Payload): Promise<void> {
  let delivery = await world.sockets.deliver({ type: 'events_api', payload, accepts_response_payload: false });
  for (const [i, wait] of world.timing.eventRetriesMs.entries()) {
    if (delivery.acked) return;
    await new Promise((resolve) => setTimeout(resolve, wait).unref());
    const retry = { retry_attempt: i + 1, retry_reason: delivery.reason };
    delivery = await world.sockets.deliver({ type: 'events_api', payload, accepts_response_payload: false, ...retry });
  }
}

/** A person looks at the app: at its Home tab, or at their messages with it. */
export function openApp(world: World, user: string, tab: 'home' | 'messages'): void {
  const { state } = world;
  const home = state.homes.get(user);
  const event = {
    type: 'app_home_opened',
    user,
    channel: openDm(state, state.app.botUserId, user).id,
    tab,
    ...(tab === 'home' && home && { view: slackView(state, home) }),
    event_ts: nextTs(state),
  };
  deliverEvent(world, envelope(world, event));
}
