import type { ActionsBlock as Block } from '@slack/types';
import { Element } from '../elements/Element.tsx';

export function ActionsBlock({ block }: { block: Block }) {
  return (
    <div className="block-actions">
      {block.elements.map((element, index) => (
        <Element
          key={('action_id' in element && element.action_id) || index}
          blockId={block.block_id ?? ''}
          element={element}
        />
      ))}
    </div>
  );
}
