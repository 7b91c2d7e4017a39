/** Playing people, for tests and the demo: what they do, what they see, and waiting until they see it. */
import { elementsIn } from './blocks/values.ts';
import { type ChannelChanges, channelChanges } from './channel-changes.ts';
import { SlackError } from './errors.ts';
import { messagesFor, roomOf } from './page-view.ts';
import { click as press, say as speak } from './person.ts';
import { type PlayingViews, playingViews } from './playing-views.ts';
import type { Message, Outcome, SandboxEvent } from './protocol.ts';
import { openDm } from './rooms.ts';
import { waitUntil } from './wait-until.ts';
import type { World } from './world.ts';

export interface Playing extends PlayingViews, ChannelChanges {
  /**
   * Says words, or gives a command when they begin with a slash. Resolves when the bot has acknowledged a command, or
   * Slack has given up on it (`operation_timeout`, `dispatch_failed` when the bot is not connected).
   * With `threadTs` it is a reply to that message.
   */
  say(userId: string, channelId: string, text: string, options?: { threadTs?: string }): Promise<Outcome>;
  /**
   * Presses what carries `actionId` in a message as the person saw it. `value` picks: of several buttons the one with
   * this value, of a select or overflow menu the option, of a people picker the user.
   * @throws when nothing in the message has that action
   */
  click(userId: string, message: Message, actionId: string, value?: string): Promise<Outcome>;
  /** Slack sends its last envelope once more, as it does when an acknowledgement got lost. */
  redeliver(): Promise<void>;
  /** What the person sees in a room, oldest first. @throws when there is no such room */
  messages(userId: string, channelId: string): Message[];
  /** The id of the person's DM with the bot. */
  dm(userId: string): string;
  /** The first message the person sees, now or later, that the predicate is true of. @throws after `timeoutMs` (10,000) */
  waitForMessage(
    userId: string,
    channelId: string,
    predicate: (message: Message) => boolean,
    options?: { timeoutMs?: number },
  ): Promise<Message>;
  /** What Slack itself has told the person in passing, such as that a command failed. */
  toasts(userId: string): string[];
}

export function playing(world: World): Playing {
  const { state } = world;
  const toasts: { to: string[]; text: string }[] = [];
  state.listeners.add((to, event) => {
    if (event.type === 'toast') toasts.push({ to, text: event.text });
  });
  const messages = (user: string, channel: string): Message[] => messagesFor(state, user, roomOf(state, channel));

  return {
    ...playingViews(world),
    ...channelChanges(state),

    async say(user, channel, text, { threadTs } = {}) {
      const { outcome, settled } = speak(world, user, { channel, text, threadTs });
      return outcome.ok ? settled : outcome;
    },

    click(user, message, actionId, value) {
      const { block_id, element } = pressable(message, actionId, value);
      return press(world, {
        as: user,
        channel: message.channel,
        ts: message.ts,
        block_id,
        action_id: actionId,
        ...choice(element, value),
      });
    },

    async redeliver() {
      await world.sockets.redeliver();
    },

    messages,
    dm: (user) => openDm(state, state.app.botUserId, user).id,
    toasts: (user) => toasts.filter((toast) => toast.to.includes(user)).map((toast) => toast.text),

    waitForMessage(user, channel, predicate, { timeoutMs = 10_000 } = {}) {
      const look = () => messages(user, channel).find(predicate);
      const isNews = (event: SandboxEvent) => event.type === 'message' && event.channel === channel;
      const seen = () => JSON.stringify(messages(user, channel).map((message) => message.text));
      const missing = () => `No such message for ${user} in ${channel} within ${timeoutMs} ms. Seen: ${seen()}`;
      return waitUntil(state, { look, isNews, missing, timeoutMs });
    },
  };
}

function pressable(
  message: Message,
  actionId: string,
  value: string | undefined,
): { block_id: string; element: Record<string, unknown> } {
  const blocks = (message.blocks ?? []) as Record<string, unknown>[];
  const all = blocks.flatMap((block) =>
    elementsIn(block).map((element) => ({ block_id: String(block.block_id), element })),
  );
  const fitting = all.filter(({ element }) => element.action_id === actionId);
  const found = fitting.find(({ element }) => element.value === value) ?? fitting[0];
  if (found) return found;
  const others = all.map(({ element }) => String(element.action_id));
  throw new SlackError('action_not_found', [`${actionId} is none of: ${others.join(', ') || 'no actions at all'}`]);
}

function choice(element: Record<string, unknown>, value: string | undefined): Record<string, unknown> {
  if (element.type === 'users_select') return { selected_user: value };
  if (!Array.isArray(element.options)) return {};
  return { selected_option: element.options.find((option) => option.value === value) };
}
