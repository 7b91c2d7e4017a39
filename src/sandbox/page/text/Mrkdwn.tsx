import type { ReactNode } from 'react';
import { Emoji } from './Emoji.tsx';
import { Link } from './Link.tsx';
import { Broadcast, ChannelMention, UserMention } from './Mentions.tsx';
import { type Inline, type Paragraph, parseMrkdwn } from './mrkdwn.ts';
import { SlackDate } from './SlackDate.tsx';

/** Slack's mrkdwn as elements. */
export function Mrkdwn({ text }: { text: string }) {
  return parseMrkdwn(text).map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text never reorders its parts
    <ParagraphView key={index} paragraph={paragraph} />
  ));
}

function ParagraphView({ paragraph }: { paragraph: Paragraph }) {
  switch (paragraph.kind) {
    case 'preformatted':
      return <pre>{paragraph.text}</pre>;
    case 'quote':
      return <blockquote>{drawInline(paragraph.children)}</blockquote>;
    case 'paragraph':
      return <div className="text">{drawInline(paragraph.children)}</div>;
  }
}

function drawInline(nodes: Inline[]): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text never reorders its parts
  return nodes.map((node, index) => <InlineView key={index} node={node} />);
}

function InlineView({ node }: { node: Inline }): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
      return <b>{drawInline(node.children)}</b>;
    case 'italic':
      return <i>{drawInline(node.children)}</i>;
    case 'strike':
      return <s>{drawInline(node.children)}</s>;
    case 'code':
      return <code>{node.text}</code>;
    case 'emoji':
      return <Emoji name={node.name} />;
    case 'link':
      return <Link url={node.url}>{node.label && drawInline(node.label)}</Link>;
    case 'user':
      return <UserMention {...node} />;
    case 'channel':
      return <ChannelMention {...node} />;
    case 'usergroup':
      return <span className="mention">{node.label ?? `@${node.id}`}</span>;
    case 'broadcast':
      return <Broadcast range={node.range} />;
    case 'date':
      return <SlackDate {...node} />;
  }
}
