import type { ContextBlock as Block } from '@slack/types';
import { Picture } from '../elements/Picture.tsx';
import { TextView } from '../text/TextView.tsx';

/** Small, quiet texts and thumbnails in a row. */
export function ContextBlock({ block }: { block: Block }) {
  return (
    <div className="block-context">
      {block.elements.map((element, index) =>
        element.type === 'image' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: context elements have no name and keep their order
          <Picture key={index} image={element} className="context-image" />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <TextView key={index} text={element} />
        ),
      )}
    </div>
  );
}
