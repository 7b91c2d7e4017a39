import { type ElementLike, holdsMany, optionsOf } from '../../blocks/values.ts';
import type { WorkspaceContext } from '../context.ts';
import { conversationTitle } from '../conversation/conversationTitle.ts';

/** One thing that can be chosen. */
export interface Choice {
  value: string;
  text: string;
  description?: string;
  group?: string;
}

/** What an element lets one choose from: its own options, the people, or the conversations one is in. */
export function choicesOf(element: ElementLike, workspace: WorkspaceContext): Choice[] {
  const kind = holdsMany(element) ? element.type.replace(/^multi_/, '') : element.type;
  if (kind === 'users_select') return workspace.users.map(({ id, realName }) => ({ value: id, text: realName }));
  if (kind === 'conversations_select' || kind === 'channels_select') return conversations(element, kind, workspace);
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  if (groups.length === 0) return optionsOf(element).map(choice);
  return groups.flatMap((group) => optionsOf(group).map((option) => ({ ...choice(option), group: group.label.text })));
}

function conversations(
  { filter }: ElementLike,
  kind: string,
  { conversations: known, users }: WorkspaceContext,
): Choice[] {
  const include = (filter as { include?: string[] } | undefined)?.include ?? ['public', 'im'];
  const wanted = kind === 'channels_select' ? ['public'] : include;
  return known
    .filter((one) => wanted.includes(one.kind === 'channel' ? 'public' : 'im'))
    .map((one) => ({ value: one.id, text: conversationTitle(one, users) }));
}

/** The server has checked that an option has a text and a value. */
function choice(option: unknown): Choice {
  const { text, value, description } = option as { text: Words; value: string; description?: Words };
  return { value, text: text.text, ...(description && { description: description.text }) };
}

interface Words {
  text: string;
}
