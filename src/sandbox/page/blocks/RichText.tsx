import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import { RichTextListView } from './RichTextListView.tsx';
import { RichTextSpan } from './RichTextSpan.tsx';
import { Undrawable } from './Undrawable.tsx';

/** Formatted text as a tree of sections, lists, quotes and code. */
export function RichText({ block }: { block: RichTextBlock }) {
  return (
    <div className="block-rich-text">
      {block.elements.map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their order
        <Part key={index} part={element} />
      ))}
    </div>
  );
}

function Part({ part }: { part: RichTextBlockElement }) {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <div className="text">
          <Spans elements={part.elements} />
        </div>
      );
    case 'rich_text_list':
      return <RichTextListView list={part} />;
    case 'rich_text_quote':
      return (
        <blockquote>
          <Spans elements={part.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Spans elements={part.elements} />
        </pre>
      );
    default:
      return <Undrawable what="this part of a rich_text block" json={part} />;
  }
}

function Spans({ elements }: { elements: RichTextElement[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their order
  return elements.map((element, index) => <RichTextSpan key={index} element={element} />);
}
