import type { Button } from '@slack/types';
import { PlainText } from '../text/PlainText.tsx';
import { useAction } from './useAction.tsx';

/** A button; one with an address opens it in a new tab and tells the app as well, as in Slack. */
export function ButtonElement({ blockId, element }: { blockId: string; element: Button }) {
  const { pending, run, question } = useAction(blockId, element);
  const detail = element.value === undefined ? {} : { value: element.value };
  const look = `button ${element.style ?? ''}`;
  const label = <PlainText text={element.text.text} />;
  if (element.url) {
    return (
      <a className={look} href={element.url} target="_blank" rel="noreferrer" onClick={() => run(detail)}>
        {label}
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        className={look}
        aria-busy={pending}
        disabled={pending}
        aria-label={element.accessibility_label}
        onClick={() => run(detail)}
      >
        {label}
      </button>
      {question}
    </>
  );
}
