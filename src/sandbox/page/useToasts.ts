import { useCallback, useRef, useState } from 'react';

export interface Toast {
  id: number;
  text: string;
}

/** Long enough to read twice; what was said can be tried again. */
const SHOWN_MS = 12_000;

/** Short notes over the page, mostly of what went wrong. */
export function useToasts() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const count = useRef(0);
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  const show = useCallback(
    (text: string) => {
      count.current += 1;
      const id = count.current;
      setToasts((shown) => [...shown.filter((toast) => toast.text !== text), { id, text }]);
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
    [dismiss],
  );
  return { toasts, show, dismiss };
}
