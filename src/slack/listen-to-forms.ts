import type { App, BlockAction, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { Problem } from '../errors.ts';
import type { Form, Guest } from './command.ts';
import { errorOf } from './failure.ts';
import { installedTeam, isOfAnotherTeam, type Who, whoDid } from './guests.ts';
import { handle, type Listening } from './handle.ts';
import type { Message } from './messages/answer.ts';
import { filledIn } from './modals/form.ts';
import { loadingView, sayingView } from './modals/views.ts';
import { respond } from './respond.ts';

type Action = BlockAction['actions'][number];

/** An open modal of a person. */
export interface Place {
  viewId: string;
  title: string;
  by: Who;
}

/** Somebody who wants a form, and where they asked for it. */
interface Wanting extends Who {
  channelId: string;
  /** Home has none. */
  responseUrl: string | undefined;
  /** Valid for three seconds. */
  triggerId: string;
  /** Whether they are of another workspace. */
  isGuest?: boolean;
}

export interface Forms {
  /** Opens the form that a command asks for. False: it asks for none. */
  typed(command: string, words: string, by: Wanting): Promise<boolean>;
  /** Handles an action that opens or changes a form. False: it does neither. */
  takes(body: BlockAction, action: Action, value: string): Promise<boolean>;
  /**
   * Shows a message in place of the modal's content, or in the person's messages with the bot if they have closed it.
   */
  say(place: Place, message: Message): Promise<void>;
  /** Says something in a person's messages with the bot. */
  post(to: Who, message: Message): Promise<void>;
}

/**
 * Runs forms in modals: opens them before anything is looked up, shows errors beside the fields, and closes them with
 * the result.
 */
export function listenToForms(app: App, listening: Listening): Forms {
  const { client, inFlight, commands, postsIn } = listening;
  const forms = commands.flatMap((command) => command.forms ?? []);

  app.view(/.*/, async ({ ack, body, view }) => {
    const form = forms.find(({ id }) => id === view.callback_id);
    if (!form) return ack();
    const filled = filledIn(view);
    const faults = form.faults(filled);
    if (Object.keys(faults).length > 0) return ack({ response_action: 'errors', errors: faults });
    await ack({ response_action: 'update', view: loadingView(form.title) } satisfies ViewResponseAction);
    const place = { viewId: view.id, title: form.title, by: whoDid(body) };
    const tell = saying({ ...place, title: form.titleAfter ?? form.title });
    const isGuest = isOfAnotherTeam(body);
    await inFlight.track(
      handle(listening, {
        name: form.id,
        slackTeamId: installedTeam(body),
        to: { slackUserId: body.user.id, channelId: '', tell, fail: saying(place) },
        ...traceOf(form),
        id: `${view.id} ${view.hash}`,
        what: `${view.id} ${view.hash} submitted`,
        answer: async (asked) => {
          const done = await form.submit(filled, asked);
          if (!('page' in done)) return done;
          await turn(view.id, done.page);
          return null;
        },
        ...(isGuest && { answerGuest: (guest: Guest) => guestForm(form, guest).submit(filled, guest) }),
      }),
    );
  });

  async function open(form: Form, by: Wanting, value: string): Promise<void> {
    const { slackUserId, slackTeamId, channelId, responseUrl, triggerId } = by;
    // Opened before anything else, as Slack allows only three seconds.
    const opened = await client.views
      .open({ trigger_id: triggerId, view: loadingView(form.title) })
      .catch((cause: unknown) => ({ cause, view: undefined }));
    const of = { name: form.opener, slackTeamId, ...traceOf(form) };
    if ('cause' in opened) {
      // From a Home tab there is no such place.
      const tell = (message: Message) => (responseUrl ? respond(responseUrl, message) : postTo(by, message));
      const to = { slackUserId, channelId, tell, fail: tell };
      const what = `${triggerId} not opened`;
      return handle(listening, { ...of, to, id: triggerId, what, answer: () => Promise.reject(opened.cause) });
    }
    const viewId = opened.view?.id ?? '';
    const show = saying({ viewId, title: form.title, by });
    await handle(listening, {
      ...of,
      to: { slackUserId, channelId: '', tell: show, fail: show },
      id: triggerId,
      what: `${viewId} opened`,
      answer: async (asked) => {
        await turn(viewId, await form.open(value, asked));
        return null;
      },
      ...(by.isGuest && {
        answerGuest: async (guest: Guest) => {
          await turn(viewId, await guestForm(form, guest).open(value, guest));
          return null;
        },
      }),
    });
  }

  async function change(
    form: Changing,
    body: BlockAction,
    view: NonNullable<BlockAction['view']>,
    value: string,
  ): Promise<void> {
    // The form keeps what was typed; the person's messages with the bot say that it did not change.
    const tell = (message: Message) => postTo(whoDid(body), message);
    await handle(listening, {
      name: form.id,
      slackTeamId: installedTeam(body),
      ...traceOf(form),
      to: { slackUserId: body.user.id, channelId: '', tell, fail: tell },
      id: body.trigger_id,
      what: body.trigger_id,
      answer: async (asked) => {
        // If two presses follow quickly, the slower must not undo the other.
        await turn(view.id, await form.change(filledIn(view), value, asked), view.hash);
        return null;
      },
    });
  }

  /** Shows a page, unless the person has closed the form or another page came first. */
  async function turn(viewId: string, page: ModalView, hash?: string): Promise<void> {
    await client.views.update({ view_id: viewId, view: page, ...(hash ? { hash } : {}) }).catch((cause: unknown) => {
      const error = errorOf(cause);
      if (error !== 'hash_conflict' && error !== 'not_found') throw cause;
      listening.log.info({ form: page.callback_id, error }, 'a form had changed meanwhile');
    });
  }

  const saying = (place: Place) => (message: Message) => say(place, message);

  async function say({ viewId, title, by }: Place, message: Message): Promise<void> {
    await client.views.update({ view_id: viewId, view: sayingView(title, message) }).catch((cause: unknown) => {
      if (errorOf(cause) !== 'not_found') throw cause;
      return postTo(by, message);
    });
  }

  const postTo = ({ slackTeamId, slackUserId }: Who, message: Message) =>
    postsIn(slackTeamId).post({ channel: slackUserId, ...message });

  return {
    say,
    post: postTo,
    async typed(command, words, by) {
      for (const form of forms) {
        const value = form.typed?.(command, words) ?? null;
        if (value === null) continue;
        await inFlight.track(open(form, by, value));
        return true;
      }
      return false;
    },
    async takes(body, { action_id: actionId }, value) {
      const { view } = body;
      const opened = forms.find(({ opener }) => opener === actionId);
      const changed = view && forms.filter(canChange).find(({ id }) => id === view.callback_id);
      if (opened) await inFlight.track(open(opened, wantingOf(body), value));
      else if (changed) await inFlight.track(change(changed, body, view, value));
      return Boolean(opened ?? changed);
    },
  };
}

const wantingOf = (body: BlockAction): Wanting => ({
  ...whoDid(body),
  channelId: body.channel?.id ?? '',
  responseUrl: body.response_url,
  triggerId: body.trigger_id,
  isGuest: isOfAnotherTeam(body),
});

/** @throws Problem if a form is for members only */
function guestForm({ guest }: Form, { workspace }: Guest): NonNullable<Form['guest']> {
  if (!guest) throw new Problem('slack.guest', { workspace: workspace.name });
  return guest;
}

const traceOf = ({ leavesNoTrace }: Form) => (leavesNoTrace ? { leavesNoTrace } : {});

/** A form whose buttons show other fields. */
type Changing = Form & Required<Pick<Form, 'change'>>;
const canChange = (form: Form): form is Changing => form.change !== undefined;
