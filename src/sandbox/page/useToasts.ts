import { useCallback, useState } from 'react';

export interface Toast {
  id: number;
  text: string;
}

/** Short notes at the foot of the page. They stay until dismissed, because they mostly say what went wrong. */
export function useToasts() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const show = useCallback((text: string) => {
    setToasts((shown) => [...shown.filter((toast) => toast.text !== text), { id: (shown.at(-1)?.id ?? 0) + 1, text }]);
  }, []);
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  return { toasts, show, dismiss };
}
