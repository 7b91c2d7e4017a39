/** What a message says, read from a call's arguments: text, blocks, metadata; refused where Slack refuses. */
import { type Arguments, isObject, json, text } from './arguments.ts';
import { acceptBlocks } from './blocks/accept.ts';
import { SlackError } from './errors.ts';
import type { Draft } from './messages.ts';
import type { State } from './state.ts';

/** Characters of a message's text: new ones, and changed ones. */
export const TEXT_LIMITS = { post: 40_000, update: 4_000 } as const;

/** @throws SlackError `no_text`, `msg_too_long`, `invalid_blocks` or `invalid_metadata_format` */
export async function readContent(
  state: State,
  args: Arguments,
  { ephemeral, mostText }: { ephemeral: boolean; mostText: number },
): Promise<Pick<Draft, 'text' | 'blocks' | 'metadata'>> {
  const given = json(args, 'blocks', 'invalid_blocks_format');
  const words = text(args, 'text') ?? '';
  const empty = given === undefined || (Array.isArray(given) && given.length === 0);
  if (words === '' && empty) throw new SlackError('no_text');
  if (words.length > mostText) throw new SlackError('msg_too_long');
  const metadata = readMetadata(args);
  return { text: words, blocks: empty ? undefined : await acceptBlocks(state, given, ephemeral), metadata };
}

function readMetadata(args: Arguments): unknown {
  const metadata = json(args, 'metadata', 'invalid_metadata_format');
  if (metadata === undefined) return undefined;
  const wellFormed = isObject(metadata) && typeof metadata.event_type === 'string' && isObject(metadata.event_payload);
  if (!wellFormed) throw new SlackError('invalid_metadata_format');
  return metadata;
}

/** The name and picture a call asks to speak under, and the thread to speak in. */
export function readGuise(args: Arguments): Pick<Draft, 'username' | 'iconUrl' | 'threadTs'> {
  return { username: text(args, 'username'), iconUrl: text(args, 'icon_url'), threadTs: text(args, 'thread_ts') };
}
