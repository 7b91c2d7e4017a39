import type { Overflow, PlainTextOption } from '@slack/types';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { PlainText } from '../text/PlainText.tsx';
import { useAction } from './useAction.tsx';

/** The "…" that hides up to five more actions. Arrow keys move, Escape closes. */
export function OverflowMenu({ blockId, element }: { blockId: string; element: Overflow }) {
  const { pending, run, question } = useAction(blockId, element);
  const [open, setOpen] = useState<'up' | 'down'>();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open]);

  const close = () => {
    setOpen(undefined);
    opener.current?.focus();
  };
  const choose = (option: PlainTextOption) => {
    close();
    if (option.url) window.open(option.url, '_blank', 'noreferrer');
    run({ selected_option: option });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const focused = items.findIndex((item) => item.matches(':focus'));
    items.at((focused + step) % items.length)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches for focus leaving the menu
    <div
      className="overflow"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(undefined)}
    >
      <button
        ref={opener}
        type="button"
        className="button icon"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={open !== undefined}
        disabled={pending}
        onClick={(event) => setOpen(open ? undefined : roomierSide(event.currentTarget))}
      >
        ⋯
      </button>
      {open && (
        <div ref={menu} role="menu" tabIndex={-1} className={`menu ${open}`} onKeyDown={onKeyDown}>
          {element.options.map((option) => (
            <button key={option.value} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(option)}>
              <PlainText text={option.text.text} />
            </button>
          ))}
        </div>
      )}
      {question}
    </div>
  );
}

/** The list of messages cuts off what hangs out below it, so in the lower half of the window the menu opens upwards. */
function roomierSide(opener: Element): 'up' | 'down' {
  return opener.getBoundingClientRect().bottom > window.innerHeight / 2 ? 'up' : 'down';
}
