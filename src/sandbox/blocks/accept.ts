/** Takes blocks into a message or a view: checked, pictures at hand, and with the ids Slack gives what the bot left unnamed. */
import { randomBytes } from 'node:crypto';
import { isObject } from '../arguments.ts';
import { SlackError } from '../errors.ts';
import type { Block, State, StoredFile } from '../state.ts';
import { faultsOf, viewFaultsOf } from './check.ts';
import { pictureFaults } from './pictures.ts';
import { INTERACTIVE_TYPES } from './shape.ts';
import { type Part, walk } from './walk.ts';

/** @throws SlackError `invalid_blocks_format` when it is no list of objects, `invalid_blocks` with every fault found */
export async function acceptBlocks(state: State, value: unknown, ephemeral: boolean): Promise<Block[]> {
  if (!Array.isArray(value) || !value.every(isObject)) throw new SlackError('invalid_blocks_format');
  const blocks = withIds(value);
  const { parts } = walk({ blocks });
  const faults = faultsOf(blocks);
  if (faults.length === 0) faults.push(...(await pictureFaults(state, parts, () => !ephemeral)));
  if (faults.length > 0) throw new SlackError('invalid_blocks', faults);
  nameActions(parts);
  return blocks;
}

/** The blocks of a view, which is checked whole. @throws SlackError `invalid_arguments` with every fault found */
export async function acceptViewBlocks(
  state: State,
  view: Record<string, unknown>,
  surface: 'modal' | 'home',
  maySee: (file: StoredFile) => boolean,
): Promise<Block[]> {
  const given = Array.isArray(view.blocks) && view.blocks.every(isObject) ? view.blocks : undefined;
  const blocks = given && withIds(given);
  const whole = { ...view, blocks: blocks ?? view.blocks };
  const { parts } = walk(whole, surface);
  const faults = viewFaultsOf(whole, surface);
  if (!blocks && faults.length === 0) faults.push('must be an array of objects [json-pointer:/view/blocks]');
  if (faults.length === 0) faults.push(...(await pictureFaults(state, parts, maySee)));
  if (!blocks || faults.length > 0) throw new SlackError('invalid_arguments', faults);
  nameActions(parts);
  return blocks;
}

function withIds(blocks: Block[]): Block[] {
  return structuredClone(blocks).map((block) => ({ ...block, block_id: block.block_id ?? randomId() }));
}

function nameActions(parts: Part[]): void {
  for (const part of parts) if (INTERACTIVE_TYPES.has(part.kind)) part.object.action_id ??= randomId();
}

function randomId(): string {
  return randomBytes(4).toString('base64url');
}
