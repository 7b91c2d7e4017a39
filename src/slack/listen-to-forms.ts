import type { App, BlockAction, ViewResponseAction } from '@slack/bolt';
import type { Form } from './command.ts';
import { handle, type Listening } from './handle.ts';
import type { Message } from './messages/answer.ts';
import { filledIn } from './modals/form.ts';
import { loadingView, sayingView } from './modals/views.ts';
import { respond } from './respond.ts';

type Action = BlockAction['actions'][number];

export interface Forms {
  /** Does what an action means to a form: opens or changes it. False: it is none of a form's. */
  takes(body: BlockAction, action: Action, value: string): Promise<boolean>;
}

/** Forms in modals: opened before anything is looked up, refused beside the field, and closed by what was done. */
export function listenToForms(app: App, listening: Listening): Forms {
  const { client, inFlight, commands } = listening;
  const forms = commands.flatMap((command) => command.forms ?? []);
  const showIn =
    (viewId: string, { title }: Form) =>
    async (message: Message) => {
      await client.views.update({ view_id: viewId, view: sayingView(title, message) });
    };

  app.view(/.*/, async ({ ack, body, view }) => {
    const form = forms.find(({ id }) => id === view.callback_id);
    if (!form) return ack();
    const filled = filledIn(view);
    const faults = form.faults(filled);
    if (Object.keys(faults).length > 0) return ack({ response_action: 'errors', errors: faults });
    await ack({ response_action: 'update', view: loadingView(form.title) } satisfies ViewResponseAction);
    const show = showIn(view.id, form);
    await inFlight.track(
      handle(listening, {
        name: form.id,
        slackTeamId: body.team?.id ?? '',
        to: { slackUserId: body.user.id, channelId: '', tell: show, fail: show },
        id: `${view.id} ${view.hash}`,
        what: `${view.id} submitted`,
        answer: (asked) => form.submit(filled, asked),
      }),
    );
  });

  async function open(form: Form, body: BlockAction, value: string): Promise<void> {
    // Asked for before anything else: Slack lets a form open for three seconds.
    const opened = await client.views
      .open({ trigger_id: body.trigger_id, view: loadingView(form.title) })
      .catch((cause: unknown) => ({ cause, view: undefined }));
    const of = { name: form.opener, slackTeamId: body.team?.id ?? '' };
    if ('cause' in opened) {
      const tell = (message: Message) => respond(body.response_url, message);
      const to = { slackUserId: body.user.id, channelId: body.channel?.id ?? '', tell, fail: tell };
      const what = `${body.trigger_id} not opened`;
      return handle(listening, { ...of, to, id: body.trigger_id, what, answer: () => Promise.reject(opened.cause) });
    }
    const viewId = opened.view?.id ?? '';
    const show = showIn(viewId, form);
    await handle(listening, {
      ...of,
      to: { slackUserId: body.user.id, channelId: '', tell: show, fail: show },
      id: body.trigger_id,
      what: `${viewId} opened`,
      answer: async (asked) => {
        await client.views.update({ view_id: viewId, view: await form.open(value, asked) });
        return null;
      },
    });
  }

  async function change(form: Form, body: BlockAction, view: NonNullable<BlockAction['view']>): Promise<void> {
    // What is typed stays in the form; that it did not change is told in the person's messages with the bot.
    const tell = async (message: Message) => {
      await client.chat.postMessage({ channel: body.user.id, ...message });
    };
    await handle(listening, {
      name: form.id,
      slackTeamId: body.team?.id ?? '',
      to: { slackUserId: body.user.id, channelId: '', tell, fail: tell },
      id: body.trigger_id,
      what: body.trigger_id,
      answer: async (asked) => {
        const changed = await form.change(filledIn(view), asked);
        // Of two choices in quick succession the slower must not undo the other; what then shows is checked on saving.
        await client.views.update({ view_id: view.id, hash: view.hash, view: changed }).catch((cause: unknown) => {
          if (!isConflict(cause)) throw cause;
          listening.log.info({ form: form.id }, 'a form had changed meanwhile');
        });
        return null;
      },
    });
  }

  return {
    async takes(body, { action_id: actionId }, value) {
      const { view } = body;
      const opened = forms.find(({ opener }) => opener === actionId);
      const changed = view && forms.find(({ id }) => id === view.callback_id);
      if (opened) await inFlight.track(open(opened, body, value));
      else if (changed) await inFlight.track(change(changed, body, view));
      return Boolean(opened ?? changed);
    },
  };
}

const isConflict = (cause: unknown) => (cause as { data?: { error?: string } } | null)?.data?.error === 'hash_conflict';
