/**
 * Faults that a test orders for the next call of a method, or of `upload` (the POST of a file's bytes) or
 * `response_url`. Each order spoils one call; several wait in line. Or it says for each call anew what befalls it.
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
  /** For every call for which nothing was ordered: what befalls it, if anything. */
  always(name: string, choose: () => Fault | undefined): void;
  /** Forgets all orders. */
  clear(): void;
}

export interface OrderedFaults extends Faults {
  take(name: string): Fault | undefined;
}

export function createFaults(): OrderedFaults {
  const orders = new Map<string, Fault[]>();
  const choosers = new Map<string, () => Fault | undefined>();
  return {
    next: (name, fault) => orders.set(name, [...(orders.get(name) ?? []), fault]),
    always: (name, choose) => choosers.set(name, choose),
    take: (name) => orders.get(name)?.shift() ?? choosers.get(name)?.(),
    clear() {
      orders.clear();
      choosers.clear();
    },
  };
}
