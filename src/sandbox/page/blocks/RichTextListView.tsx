import type { RichTextList } from '@slack/types';
import { RichTextSpan } from './RichTextSpan.tsx';

/** Slack nests lists by `indent` alone: 0 is the outermost, and the bullet's shape tells the depth. */
export function RichTextListView({ list }: { list: RichTextList }) {
  const List = list.style === 'ordered' ? 'ol' : 'ul';
  const indent = list.indent ?? 0;
  return (
    <List className={`depth-${indent % 3}`} style={{ marginInlineStart: `${indent * 28}px` }}>
      {list.elements.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items of a text keep their order
        <li key={index}>
          {item.elements.map((element, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <RichTextSpan key={place} element={element} />
          ))}
        </li>
      ))}
    </List>
  );
}
