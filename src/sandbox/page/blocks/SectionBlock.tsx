import type { SectionBlock as Block } from '@slack/types';
import { Element } from '../elements/Element.tsx';
import { TextView } from '../text/TextView.tsx';

/** Text, then fields in two columns, with something to press or see at the right. */
export function SectionBlock({ block }: { block: Block }) {
  return (
    <div className="block-section">
      <div className="section-body">
        {block.text && <TextView text={block.text} />}
        {block.fields && (
          <div className="section-fields">
            {block.fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no name and keep their order
              <div key={index}>
                <TextView text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && (
        <div className="section-accessory">
          <Element blockId={block.block_id ?? ''} element={block.accessory} />
        </div>
      )}
    </div>
  );
}
