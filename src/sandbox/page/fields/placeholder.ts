import type { ElementLike } from '../../blocks/values.ts';

/** What stands in an empty field, in the bot's words or the ones given. */
export function placeholderOf({ placeholder }: ElementLike, otherwise: string): string {
  return (placeholder as { text: string } | undefined)?.text ?? otherwise;
}
