import type { App, BlockAction } from '@slack/bolt';
import { Problem } from '../errors.ts';
import type { Guest, GuestAction, QuietAction } from './command.ts';
import { isDirectMessage } from './direct-message.ts';
import { installedTeam, isOfAnotherTeam, whoDid } from './guests.ts';
import { handle, type Listening } from './handle.ts';
import { type Forms, listenToForms } from './listen-to-forms.ts';
import { listenToMessages } from './listen-to-messages.ts';
import type { Message } from './messages/answer.ts';
import { respond } from './respond.ts';
import { decoded, withoutMention } from './typed.ts';

/** Listens to everything Slack can send: acknowledged at once, handled once, and answered even if it fails. */
export function listen(app: App, listening: Listening): void {
  const forms = listenToForms(app, listening);
  listenToCommands(app, listening, forms);
  listenToActions(app, listening, forms);
  listenToMessages(app, listening);
}

function listenToCommands(app: App, listening: Listening, forms: Forms): void {
  const byName = new Map(listening.commands.map((command) => [command.name as string, command]));

  app.command(/.*/, async ({ ack, command, context }) => {
    await ack();
    const { command: name, text, user_id: slackUserId, channel_id: channelId, response_url: responseUrl } = command;
    const words = decoded(text);
    const by = { slackTeamId: command.team_id, slackUserId, channelId, responseUrl, triggerId: command.trigger_id };
    if (await forms.typed(name, words, by)) return;
    const tell = (message: Message) => respond(responseUrl, message);
    await listening.inFlight.track(
      handle(listening, {
        name,
        slackTeamId: command.team_id,
        to: { slackUserId, channelId, tell, fail: tell },
        id: command.trigger_id,
        what: [slackUserId, channelId, name, text].join(' '),
        typed: `${name} ${words}`.trim(),
        answer: async (asked) => {
          const known = byName.get(name);
          if (!known)
            throw new Problem('slack.unknown_command', { command: name, known: [...byName.keys()].join(', ') });
          return known.run(known.hears ? withoutMention(words, context.botUserId) : words, asked);
        },
      }),
    );
  });
}

function listenToActions(app: App, listening: Listening, forms: Forms): void {
  const { commands } = listening;
  const traceless = new Map(commands.flatMap((command) => Object.entries(command.tracelessActions ?? {})));
  const ofGuests = new Map(commands.flatMap((command) => Object.entries(command.guestActions ?? {})));
  const actions = new Map([...commands.flatMap((command) => Object.entries(command.actions ?? {})), ...traceless]);

  app.action<BlockAction>(/.*/, async ({ ack, body, action }) => {
    await ack();
    const place = body.container as { message_ts?: string; is_ephemeral?: boolean } | undefined;
    const value = valueOfAction(action);
    if (await forms.takes(body, action, value)) return;
    const { response_url: responseUrl } = body;
    const isGuest = isOfAnotherTeam(body);
    const channelId = body.channel?.id ?? '';
    const isPrivate = place?.is_ephemeral ?? true;
    const instead = { replace: true, isPrivate };
    const { view } = body;
    const isHome = view?.type === 'home';
    // A Home tab has no title, and nothing replaces it.
    const inView = view && !isHome && { viewId: view.id, title: view.title.text, by: whoDid(body) };
    const answer = (message: Message, how: object) =>
      inView ? forms.say(inView, message) : respond(responseUrl, { ...message, ...how });
    await listening.inFlight.track(
      handle(listening, {
        name: action.action_id,
        slackTeamId: installedTeam(body),
        to: {
          slackUserId: body.user.id,
          channelId,
          // No reply: Home is published again and shows the result.
          tell: async (message) => (isHome ? undefined : answer(message, isGuest ? {} : instead)),
          ...(isHome ? { ask: (message: Message) => forms.post(whoDid(body), message) } : {}),
          fail: (message) => (isHome ? forms.post(whoDid(body), message) : answer(message, {})),
          isAlone: isDirectMessage(channelId) && !isPrivate,
        },
        id: body.trigger_id,
        leavesNoTrace: traceless.has(action.action_id),
        what: [body.user.id, view?.id ?? place?.message_ts, action.block_id, action.action_id, value].join(' '),
        answer: async (asked) => {
          // A link button opens by itself and needs no reply.
          if ('url' in action && action.url) return null;
          const handler: QuietAction | undefined = actions.get(action.action_id);
          if (!handler) throw new Problem('slack.unknown_action');
          return handler(value, asked);
        },
        ...(isGuest && { answerGuest: guestAnswer(ofGuests.get(action.action_id), value) }),
      }),
    );
  });
}

/** Guests are told that something is for members only. */
const guestAnswer = (handler: GuestAction | undefined, value: string) => async (guest: Guest) => {
  if (!handler) throw new Problem('slack.guest', { workspace: guest.workspace.name });
  return handler(value, guest);
};

const valueOfAction = (action: BlockAction['actions'][number]): string =>
  'value' in action && typeof action.value === 'string' ? action.value : '';
