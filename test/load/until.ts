import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something is so; false: it was not within that time. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  withinMs = Number.POSITIVE_INFINITY,
  everyMs = 200,
): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) return false;
    await pause(everyMs);
  }
  return true;
}
