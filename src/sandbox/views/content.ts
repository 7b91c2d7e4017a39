/** What a view says, read from a call's arguments or an acknowledgement; refused where Slack refuses. */
import { isObject } from '../arguments.ts';
import { acceptViewBlocks } from '../blocks/accept.ts';
import { SlackError } from '../errors.ts';
import type { Block, State, ViewContent } from '../state.ts';
import { maySee } from '../uploaded-files.ts';

const MOST_BYTES = 250_000;

/** @throws SlackError `view_too_large`, or `invalid_arguments` with every fault and its JSON pointer */
export async function readView(
  state: State,
  given: unknown,
  { type, user }: { type: ViewContent['type']; user: string },
): Promise<ViewContent> {
  if (!isObject(given)) throw new SlackError('invalid_arguments', ['missing required field: view']);
  if (Buffer.byteLength(JSON.stringify(given)) > MOST_BYTES) throw new SlackError('view_too_large');
  if (given.type !== type)
    throw new SlackError('invalid_arguments', [`must be one of: ${type} [json-pointer:/view/type]`]);
  const blocks = await acceptViewBlocks(state, given, type, (file) => maySee(state, user, file));
  return {
    type,
    blocks,
    title: plainText(given.title),
    submit: plainText(given.submit),
    close: plainText(given.close),
    callback_id: words(given.callback_id),
    private_metadata: words(given.private_metadata),
    external_id: words(given.external_id),
    clear_on_close: given.clear_on_close === true,
    notify_on_close: given.notify_on_close === true,
  };
}

function plainText(value: unknown): Block | null {
  return isObject(value) ? { emoji: true, ...value } : null;
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
