/** Takes blocks into a message: checked, pictures at hand, and with the ids Slack gives what the bot left unnamed. */
import { randomBytes } from 'node:crypto';
import { isObject } from '../arguments.ts';
import { SlackError } from '../errors.ts';
import type { Block, State } from '../state.ts';
import { faultsOf } from './check.ts';
import { pictureFaults } from './pictures.ts';
import { INTERACTIVE_TYPES } from './shape.ts';
import { walk } from './walk.ts';

/** @throws SlackError `invalid_blocks_format` when it is no list of objects, `invalid_blocks` with every fault found */
export async function acceptBlocks(state: State, value: unknown, ephemeral: boolean): Promise<Block[]> {
  if (!Array.isArray(value) || !value.every(isObject)) throw new SlackError('invalid_blocks_format');
  const blocks = structuredClone(value).map((block) => ({ ...block, block_id: block.block_id ?? randomId() }));
  const { parts } = walk({ blocks });
  const faults = faultsOf(blocks);
  if (faults.length === 0) faults.push(...(await pictureFaults(state, parts, ephemeral)));
  if (faults.length > 0) throw new SlackError('invalid_blocks', faults);
  for (const part of parts) if (INTERACTIVE_TYPES.has(part.kind)) part.object.action_id ??= randomId();
  return blocks;
}

function randomId(): string {
  return randomBytes(4).toString('base64url');
}
