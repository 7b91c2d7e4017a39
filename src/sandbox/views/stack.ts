/** The views of a person: modals, one upon another and three at most, of which only the highest is seen; and the Home tab. */
import { randomBytes } from 'node:crypto';
import { SlackError } from '../errors.ts';
import { announce, nowSeconds, type State, type StoredView, type ViewContent } from '../state.ts';
import { fill, valuesOf } from './filled.ts';

const MOST_STACKED = 3;

export function modalsOf(state: State, user: string): StoredView[] {
  return state.modals.get(user) ?? [];
}

/** Opens a stack of one, in place of any other. @throws SlackError `duplicate_external_id` */
export function openModal(state: State, user: string, content: ViewContent): StoredView {
  checkExternalId(state, content);
  const view = freshView(state, user, content);
  show(state, user, [view]);
  return view;
}

/** @throws SlackError `push_limit_reached`, `duplicate_external_id`, or `invalid_arguments` when no modal is open */
export function pushModal(state: State, user: string, content: ViewContent): StoredView {
  const stack = modalsOf(state, user);
  const top = stack.at(-1);
  if (!top) throw new SlackError('invalid_arguments', ['no modal is open']);
  if (stack.length === MOST_STACKED) throw new SlackError('push_limit_reached');
  checkExternalId(state, content);
  const view = { ...freshView(state, user, content), rootId: top.rootId, previousId: top.id };
  show(state, user, [...stack, view]);
  return view;
}

/**
 * What stands in a field stays where block and action are the same, even against a new initial value, as in Slack.
 * @throws SlackError `duplicate_external_id`
 */
export function replaceView(state: State, view: StoredView, content: ViewContent): void {
  checkExternalId(state, content, view);
  const before = valuesOf(view);
  view.content = content;
  fill(view, before);
  view.hash = freshHash(state);
  announce(state, [view.user], { type: 'view' });
}

/** Takes a view away, with all that lies upon it, and gives what was taken, the highest first. */
export function closeModal(state: State, { user, id }: StoredView): StoredView[] {
  const stack = modalsOf(state, user);
  const at = stack.findIndex((view) => view.id === id);
  if (at < 0) return [];
  show(state, user, stack.slice(0, at));
  return stack.slice(at).reverse();
}

export function closeAllModals(state: State, user: string): StoredView[] {
  const [lowest] = modalsOf(state, user);
  return lowest ? closeModal(state, lowest) : [];
}

function freshView(state: State, user: string, content: ViewContent): StoredView {
  const id = `V${randomBytes(5).toString('hex').toUpperCase()}`;
  return { id, user, hash: freshHash(state), rootId: id, previousId: null, content, filled: {} };
}

function freshHash(state: State): string {
  return `${nowSeconds(state)}.${randomBytes(4).toString('hex')}`;
}

function show(state: State, user: string, stack: StoredView[]): void {
  state.modals.set(user, stack);
  announce(state, [user], { type: 'view' });
}

/** An external id names one view in the whole workspace. */
function checkExternalId(state: State, { external_id }: ViewContent, except?: StoredView): void {
  if (external_id === '') return;
  const taken = openViews(state).some((view) => view.id !== except?.id && view.content.external_id === external_id);
  if (taken) throw new SlackError('duplicate_external_id');
}

/** Every view there is to change. */
export function openViews(state: State): StoredView[] {
  return [...[...state.modals.values()].flat(), ...state.homes.values()];
}

/** Puts the Home tab before a person, new or changed. @throws SlackError `hash_conflict` or `duplicate_external_id` */
export function publishHome(state: State, user: string, content: ViewContent, hash?: string): StoredView {
  const known = state.homes.get(user);
  if (hash !== undefined && hash !== known?.hash) throw new SlackError('hash_conflict');
  if (known) {
    replaceView(state, known, content);
    return known;
  }
  checkExternalId(state, content);
  const view = freshView(state, user, content);
  state.homes.set(user, view);
  announce(state, [user], { type: 'view' });
  return view;
}
