/** What a person does in a view: submits it, closes it, presses or chooses something in it. */
import { isObject } from '../arguments.ts';
import { elementsIn, slackValue } from '../blocks/values.ts';
import { SlackError } from '../errors.ts';
import type { Outcome, SubmitOutcome, ViewActionRequest, ViewCloseRequest, ViewSubmitRequest } from '../protocol.ts';
import { errorOf } from '../socket-mode.ts';
import type { StoredView } from '../state.ts';
import type { World } from '../world.ts';
import { complaintsAbout } from './complaints.ts';
import { readView } from './content.ts';
import { fieldsOf, fill } from './filled.ts';
import { closedPayload, submissionPayload, viewActionPayload } from './payloads.ts';
import { closeAllModals, closeModal, modalsOf, openViews, pushModal, replaceView } from './stack.ts';

const gone = { ok: false, error: 'view_not_found' } as const;

/** Submits the highest modal; the bot says in its acknowledgement what becomes of it. */
export async function submit(world: World, { as, view: id, values }: ViewSubmitRequest): Promise<SubmitOutcome> {
  const view = modalsOf(world.state, as).at(-1);
  if (view?.id !== id) return gone;
  fill(view, values);
  const errors = complaintsAbout(view);
  if (Object.keys(errors).length > 0) return { ok: false, error: 'incomplete', errors };
  const payload = submissionPayload(world, view);
  const delivery = await world.sockets.deliver({ type: 'interactive', payload, accepts_response_payload: true });
  if (!delivery.acked) return { ok: false, error: errorOf(delivery) };
  try {
    return await takeResponse(world, view, delivery.payload);
  } catch (error) {
    if (error instanceof SlackError) return { ok: false, error: error.message };
    throw error;
  }
}

/** @throws SlackError for a response that Slack would not take */
async function takeResponse(world: World, view: StoredView, response: Record<string, unknown>): Promise<SubmitOutcome> {
  const { state } = world;
  const { user } = view;
  const content = () => readView(state, response.view, { type: 'modal', user });
  switch (response.response_action) {
    case undefined:
      closeModal(state, view);
      return { ok: true };
    case 'clear':
      closeAllModals(state, user);
      return { ok: true };
    case 'update':
      replaceView(state, view, await content());
      return { ok: true };
    case 'push':
      pushModal(state, user, await content());
      return { ok: true };
    case 'errors':
      return { ok: false, error: 'errors', errors: readErrors(view, response.errors) };
    default:
      throw new SlackError('invalid_response_action', [String(response.response_action)]);
  }
}

/** Errors can only stand beside inputs. */
function readErrors({ content }: StoredView, given: unknown): Record<string, string> {
  const inputs = content.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const errors = Object.entries(isObject(given) ? given : {});
  if (errors.length === 0) throw new SlackError('invalid_errors', ['no error is given']);
  for (const [blockId] of errors)
    if (!inputs.includes(blockId)) throw new SlackError('invalid_errors', [`${blockId} is no input block of the view`]);
  return Object.fromEntries(errors.map(([blockId, message]) => [blockId, String(message)]));
}

/** Closes one modal, or with `all` every one of the stack, and tells the bot of those it wants to hear of. */
export async function close(world: World, { as, view: id, all }: ViewCloseRequest): Promise<Outcome> {
  const { state } = world;
  const view = modalsOf(state, as).at(-1);
  if (view?.id !== id) return gone;
  const cleared = all === true || view.content.clear_on_close;
  const closed = cleared ? closeAllModals(state, as) : closeModal(state, view);
  const told = closed.filter(({ content }) => content.notify_on_close);
  const payloads = told.map((one) => closedPayload(world, one, cleared));
  await Promise.all(
    payloads.map((payload) => world.sockets.deliver({ type: 'interactive', payload, accepts_response_payload: false })),
  );
  return { ok: true };
}

/** Presses what stands in a view, or tells the bot of a choice just made there. */
export async function act(world: World, request: ViewActionRequest): Promise<Outcome> {
  const { as, view: id, block_id, action_id, values } = request;
  const view = openViews(world.state).find((one) => one.user === as && one.id === id);
  if (!view) return gone;
  const block = view.content.blocks.find((one) => one.block_id === block_id);
  const element = block && elementsIn(block).find((one) => one.action_id === action_id);
  if (!element) return { ok: false, error: 'action_not_found' };
  fill(view, values);
  const field = fieldsOf(view).find((one) => one.blockId === block_id && one.actionId === action_id);
  const { type, text, value, options } = element;
  const chosen = Array.isArray(options) && options.find((option) => option?.value === request.option);
  const action = {
    type,
    block_id,
    action_id,
    ...(text !== undefined && { text }),
    ...(value !== undefined && { value }),
    ...(field ? slackValue(element, field.value) : type === 'overflow' && { selected_option: chosen }),
  };
  const payload = viewActionPayload(world, view, action);
  const delivery = await world.sockets.deliver({ type: 'interactive', payload, accepts_response_payload: false });
  return delivery.acked ? { ok: true } : { ok: false, error: errorOf(delivery) };
}
