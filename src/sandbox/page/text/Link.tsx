import type { ReactNode } from 'react';

const SAFE = /^(?:https?|mailto|tel|slack):/i;

/** A link out of the page. Other schemes (`javascript:`) are shown, not followed. */
export function Link({ url, children }: { url: string; children?: ReactNode }) {
  const text = children ?? url.replace(/^mailto:/, '');
  if (!SAFE.test(url)) return <span title={url}>{text}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}
