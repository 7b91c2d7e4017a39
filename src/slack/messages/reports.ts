import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';

/** Slack takes no more blocks than this. */
const MOST_BLOCKS = 50;

/** Several reports as one message: each whole, with a line between; those that do not fit are named. */
export function reportsMessage([first, ...others]: readonly Message[]): Message {
  if (!first) throw new Error('no report to send');
  if (others.length === 0) return first;
  const blocks = [...first.blocks];
  const left: string[] = [];
  for (const other of others) {
    if (blocks.length + other.blocks.length + 2 <= MOST_BLOCKS) blocks.push({ type: 'divider' }, ...other.blocks);
    else left.push(other.text);
  }
  const all = [first, ...others].map((each) => each.text).join('\n');
  if (left.length === 0) return { text: all, blocks };
  const rest = text('reports.left', { count: left.length });
  return { text: all, blocks: [...blocks, { type: 'context', elements: [{ type: 'mrkdwn', text: rest }] }] };
}
