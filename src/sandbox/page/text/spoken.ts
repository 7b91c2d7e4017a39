import type { WorkspaceContext } from '../context.ts';
import { emojiCharacter } from './emojiCharacter.ts';
import { type Inline, parseMrkdwn } from './mrkdwn.ts';

type Names = Pick<WorkspaceContext, 'users' | 'channels'>;

/** mrkdwn as a notification shows it and a screen reader says it: names for mentions, words without their marks. */
export function spoken(text: string, names: Names): string {
  return parseMrkdwn(text)
    .map((paragraph) => (paragraph.kind === 'preformatted' ? paragraph.text : say(paragraph.children, names)))
    .join('\n');
}

function say(nodes: Inline[], names: Names): string {
  return nodes.map((node) => sayOne(node, names)).join('');
}

function sayOne(node: Inline, names: Names): string {
  switch (node.kind) {
    case 'text':
    case 'code':
      return node.text;
    case 'bold':
    case 'italic':
    case 'strike':
      return say(node.children, names);
    case 'emoji':
      return emojiCharacter(node.name) ?? `:${node.name}:`;
    case 'link':
      return node.label ? say(node.label, names) : node.url;
    case 'user':
      return `@${names.users.find(({ id }) => id === node.id)?.realName ?? node.label ?? node.id}`;
    case 'channel':
      return `#${names.channels.find(({ id }) => id === node.id)?.name ?? node.label ?? node.id}`;
    case 'usergroup':
      return node.label ?? `@${node.id}`;
    case 'broadcast':
      return `@${node.range}`;
    case 'date':
      return node.fallback;
  }
}
