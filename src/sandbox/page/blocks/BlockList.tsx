import type { KnownBlock } from '@slack/types';
import { ActionsBlock } from './ActionsBlock.tsx';
import { BlockBoundary } from './BlockBoundary.tsx';
import { ContextBlock } from './ContextBlock.tsx';
import { HeaderBlock } from './HeaderBlock.tsx';
import { ImageBlock } from './ImageBlock.tsx';
import { InputBlock } from './InputBlock.tsx';
import { MarkdownBlock } from './MarkdownBlock.tsx';
import { RichText } from './RichText.tsx';
import { SectionBlock } from './SectionBlock.tsx';
import { TableBlock } from './TableBlock.tsx';
import { Undrawable } from './Undrawable.tsx';

/** A message's blocks, top to bottom. */
export function BlockList({ blocks }: { blocks: unknown[] }) {
  return blocks.map((block, index) => {
    const key = isBlock(block) ? (block.block_id ?? index) : index;
    return (
      <BlockBoundary key={key} block={block}>
        {isBlock(block) ? <BlockView block={block} /> : <Undrawable what="block without a type" json={block} />}
      </BlockBoundary>
    );
  });
}

/** The server has checked the shape; a newer kind than KnownBlock ends at `default` below. */
function isBlock(value: unknown): value is KnownBlock {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function BlockView({ block }: { block: KnownBlock }) {
  switch (block.type) {
    case 'header':
      return <HeaderBlock block={block} />;
    case 'section':
      return <SectionBlock block={block} />;
    case 'context':
      return <ContextBlock block={block} />;
    case 'divider':
      return <hr className="block-divider" />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'actions':
      return <ActionsBlock block={block} />;
    case 'input':
      return <InputBlock block={block} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'table':
      return <TableBlock block={block} />;
    case 'markdown':
      return <MarkdownBlock block={block} />;
    default:
      return <Undrawable what={`block type ${block.type}`} json={block} />;
  }
}
