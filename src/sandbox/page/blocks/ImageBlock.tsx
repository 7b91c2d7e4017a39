import type { ImageBlock as Block } from '@slack/types';
import { useWorkspace } from '../context.ts';
import { imageAddress } from '../elements/imageAddress.ts';
import { Zoomable } from '../elements/Zoomable.tsx';
import { PlainText } from '../text/PlainText.tsx';

export function ImageBlock({ block }: { block: Block }) {
  const { me } = useWorkspace();
  return (
    <figure className="block-image">
      {block.title && (
        <figcaption>
          <PlainText text={block.title.text} />
        </figcaption>
      )}
      <Zoomable src={imageAddress(block, me.id)} alt={block.alt_text} />
    </figure>
  );
}
