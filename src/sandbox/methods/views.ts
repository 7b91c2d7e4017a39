/** views.*: modals, which need a trigger that a person gave, and the Home tab. */
import { type Arguments, json, required, text } from '../arguments.ts';
import { SlackError } from '../errors.ts';
import type { State, StoredView } from '../state.ts';
import { readView } from '../views/content.ts';
import { slackView } from '../views/format.ts';
import { openModal, openViews, publishHome, pushModal, replaceView } from '../views/stack.ts';
import type { Method } from './method.ts';

const open: Method = async ({ state, responseUrls }, args) => {
  const user = responseUrls.useTrigger(required(args, 'trigger_id'));
  const content = await readView(state, givenView(args), { type: 'modal', user });
  return { view: slackView(state, openModal(state, user, content)) };
};

const push: Method = async ({ state, responseUrls }, args) => {
  const user = responseUrls.useTrigger(required(args, 'trigger_id'));
  const content = await readView(state, givenView(args), { type: 'modal', user });
  return { view: slackView(state, pushModal(state, user, content)) };
};

const update: Method = async ({ state }, args) => {
  const { user, content } = namedView(state, args);
  const next = await readView(state, givenView(args), { type: content.type, user });
  // The person may have closed it while pictures were fetched.
  const view = namedView(state, args);
  const hash = text(args, 'hash');
  if (hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict');
  replaceView(state, view, next);
  return { view: slackView(state, view) };
};

const publish: Method = async ({ state }, args) => {
  const user = required(args, 'user_id');
  const known = state.users.get(user);
  if (!known || known.isBot) throw new SlackError('invalid_arguments', ['user not found [json-pointer:/user_id]']);
  const content = await readView(state, givenView(args), { type: 'home', user });
  return { view: slackView(state, publishHome(state, user, content, text(args, 'hash'))) };
};

function givenView(args: Arguments): unknown {
  return json(args, 'view', 'invalid_arguments');
}

/** By view_id or external_id. A view that was closed is not found. */
function namedView(state: State, args: Arguments): StoredView {
  const [id, externalId] = [text(args, 'view_id'), text(args, 'external_id')];
  if (id === undefined && externalId === undefined)
    throw new SlackError('invalid_arguments', ['missing required field: view_id']);
  const view = openViews(state).find((one) =>
    id === undefined ? one.content.external_id === externalId : one.id === id,
  );
  if (!view) throw new SlackError('not_found');
  return view;
}

export const viewsMethods = {
  'views.open': open,
  'views.publish': publish,
  'views.push': push,
  'views.update': update,
};
