import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { section } from './mrkdwn.ts';

/** What `/pulse` understands, in sections. */
export function pulseHelp(): Message {
  const parts = (['read', 'privacy', 'named', 'set_up'] as const).map((part) => text(`pulse.usage.${part}`));
  return { text: parts.join('\n\n'), blocks: parts.map(section) };
}
