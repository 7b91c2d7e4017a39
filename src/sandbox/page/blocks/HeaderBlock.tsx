import type { HeaderBlock as Block } from '@slack/types';
import { PlainText } from '../text/PlainText.tsx';

export function HeaderBlock({ block }: { block: Block }) {
  return (
    <h2 className="block-header">
      <PlainText text={block.text.text} />
    </h2>
  );
}
