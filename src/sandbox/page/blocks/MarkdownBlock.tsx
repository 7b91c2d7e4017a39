import type { MarkdownBlock as Block } from '@slack/types';
import Markdown from 'markdown-to-jsx';
import { Link } from '../text/Link.tsx';

const options = {
  disableParsingRawHTML: true,
  forceBlock: true,
  overrides: {
    a: ({ href = '', children }: { href?: string; children?: React.ReactNode }) => <Link url={href}>{children}</Link>,
  },
};

/** Standard Markdown, which Slack translates by itself in this one block. */
export function MarkdownBlock({ block }: { block: Block }) {
  return (
    <div className="block-markdown">
      <Markdown options={options}>{block.text}</Markdown>
    </div>
  );
}
