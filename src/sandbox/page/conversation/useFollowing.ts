import { useLayoutEffect, useRef, useState } from 'react';
import type { Message } from '../../protocol.ts';

/** Pixels from the end within which one still counts as reading along. */
const NEAR = 120;

/**
 * Keeps the end of the conversation in view: always after one's own message, else while one is reading along.
 * `behind` says that something arrived below. The scroller is laid out from its end (column-reverse), so that it stays
 * there by itself when a picture loads; its scrollTop is 0 at the end and negative above.
 */
export function useFollowing(messages: Message[] | undefined, me: string) {
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useRef<string>(undefined);
  const [behind, setBehind] = useState(false);
  const last = messages?.at(-1);

  const follow = () => {
    scroller.current?.scrollTo({ top: 0 });
    setBehind(false);
  };

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || !last || last.ts === seen.current) return;
    seen.current = last.ts;
    if (last.user === me || -box.scrollTop < NEAR) {
      box.scrollTo({ top: 0 });
      setBehind(false);
    } else setBehind(true);
  }, [last, me]);

  useLayoutEffect(() => {
    const box = scroller.current;
    const onScroll = () => box && -box.scrollTop < NEAR && setBehind(false);
    box?.addEventListener('scroll', onScroll, { passive: true });
    return () => box?.removeEventListener('scroll', onScroll);
  }, []);

  return { scroller, behind, follow };
}
