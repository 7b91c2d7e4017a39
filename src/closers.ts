export interface Closers {
  /**
   * Waits for what is being opened, and will close it: also when the process has to stop before it is open. What fails
   * to open is not closed. Once closing has begun, this never returns, so that a start does not go on.
   */
  open<T>(opening: Promise<T>, close: (thing: T) => Promise<void>): Promise<T>;
  /** Will close something. */
  add(close: () => Promise<void>): void;
  /**
   * Closes everything once, what was opened last first; whoever asks again waits for the same.
   *
   * @throws AggregateError of what could not be closed, after all the rest is
   */
  close(): Promise<void>;
  /** Whether closing has begun. */
  areClosing(): boolean;
}

/** What a process has opened and must close before it ends. */
export function createClosers(): Closers {
  const closers: (() => Promise<void>)[] = [];
  let closing: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let close = closers.pop(); close; close = closers.pop()) {
      await close().catch((cause: unknown) => failures.push(cause));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be closed');
  }

  return {
    async open(opening, close) {
      closers.push(async () => {
        const opened = await opening.then(
          (thing) => ({ thing }),
          () => undefined,
        );
        if (opened) await close(opened.thing);
      });
      const thing = await opening;
      return closing ? new Promise<never>(() => undefined) : thing;
    },
    add: (close) => void closers.push(close),
    close: () => {
      closing ??= closeAll();
      return closing;
    },
    areClosing: () => closing !== undefined,
  };
}
