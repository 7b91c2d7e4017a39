/** Sends what waits in a workspace's outbox, the most urgent first, as fast as Slack allows. */
import { setTimeout as pause } from 'node:timers/promises';
import { claim, untilNext } from './claim.ts';
import type { Draining } from './draining.ts';
import { wakeIn } from './jobs.ts';
import { sendOne } from './send-one.ts';

/** Composing is slower than sending, so a few are composed at once. */
const LANES = 4;
/** Up to this long it is simpler to wait than to be called again. */
const PATIENCE_MS = 2_000;

/** Sends until nothing is left that can be sent now; calls for a sender again when something will be. Never rejects. */
export async function drain(draining: Draining, workspaceId: string): Promise<void> {
  const { db, log } = draining;
  try {
    await Promise.all(Array.from({ length: LANES }, () => lane(draining, workspaceId)));
    const next = await untilNext(db, workspaceId);
    // Also when stopping: another process, or our next start, takes the call.
    if (next !== null) await db.$transaction((tx) => wakeIn(tx, [workspaceId], next));
  } catch (cause) {
    log.error({ err: cause }, 'the outbox could not be worked on');
  }
}

async function lane(draining: Draining, workspaceId: string): Promise<void> {
  const { db, clock, isStopping } = draining;
  while (!isStopping()) {
    const claimed = await claim(db, workspaceId, clock());
    if (claimed) {
      await sendOne(draining, claimed);
      continue;
    }
    const next = await untilNext(db, workspaceId);
    if (next === null || next > PATIENCE_MS) return;
    await pause(Math.max(next, 20));
  }
}
