import type { RichTextElement } from '@slack/types';
import type { ReactNode } from 'react';
import { Emoji } from '../text/Emoji.tsx';
import { Link } from '../text/Link.tsx';
import { Broadcast, ChannelMention, UserMention } from '../text/Mentions.tsx';
import { SlackDate } from '../text/SlackDate.tsx';
import { Undrawable } from './Undrawable.tsx';

/** One stretch of rich text in its styles. */
export function RichTextSpan({ element }: { element: RichTextElement }): ReactNode {
  const { bold, italic, strike, underline, code } = element.style ?? {};
  let drawn = <Content element={element} />;
  if (code) drawn = <code>{drawn}</code>;
  if (underline) drawn = <u>{drawn}</u>;
  if (strike) drawn = <s>{drawn}</s>;
  if (italic) drawn = <i>{drawn}</i>;
  if (bold) drawn = <b>{drawn}</b>;
  return drawn;
}

function Content({ element }: { element: RichTextElement }): ReactNode {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'emoji':
      return <Emoji name={element.name} />;
    case 'link':
      return <Link url={element.url}>{element.text}</Link>;
    case 'user':
      return <UserMention id={element.user_id} />;
    case 'channel':
      return <ChannelMention id={element.channel_id} />;
    case 'usergroup':
      return <span className="mention">@{element.usergroup_id}</span>;
    case 'broadcast':
      return <Broadcast range={element.range} />;
    case 'date':
      return <SlackDate timestamp={element.timestamp} format={element.format} />;
    case 'color':
      return (
        <span className="color">
          <span className="swatch" style={{ background: element.value }} /> {element.value}
        </span>
      );
    default:
      return <Undrawable what={`rich text element ${element.type}`} json={element} />;
  }
}
