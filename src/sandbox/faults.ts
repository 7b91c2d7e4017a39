/**
 * Faults that a test orders for the next call of a method, or of `upload` (the POST of a file's bytes) or
 * `response_url`. Each order spoils one call; several wait in line.
 */
export type Fault =
  /** Too many requests; `retryAfter` in seconds. */
  | { kind: '429'; retryAfter: number }
  | { kind: '500' }
  /** The connection breaks before anything is done. */
  | { kind: 'drop' }
  /** It is done, and the connection breaks before the answer. */
  | { kind: 'lostReply' }
  | { kind: 'slow'; ms: number }
  /** Slack answers `ok: false` with this code, and does nothing. */
  | { kind: 'error'; error: string };

export interface Faults {
  next(name: string, fault: Fault): void;
  /** Forgets the orders not yet used. */
  clear(): void;
}

export interface OrderedFaults extends Faults {
  take(name: string): Fault | undefined;
}

export function createFaults(): OrderedFaults {
  const orders = new Map<string, Fault[]>();
  return {
    next: (name, fault) => orders.set(name, [...(orders.get(name) ?? []), fault]),
    take: (name) => orders.get(name)?.shift(),
    clear: () => orders.clear(),
  };
}
