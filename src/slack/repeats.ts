import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Database } from '../db/client.ts';

/** The same action by the same person within this time is a double click. */
const DOUBLE_CLICK_SECONDS = 2;

export interface Deed {
  /** Slack's id of it, the same when Slack sends it again: always a repeat. */
  id: string;
  /** Who did what and where, the same for each click on one button. */
  what: string;
}

/**
 * Records a press or command, and returns whether it was done already. One statement, so that of two processes only one
 * goes on; it also deletes records a day old, when Slack no longer repeats anything.
 */
export async function isRepeat(
  db: Database,
  workspaceId: string,
  { id, what }: Deed,
  now: Temporal.Instant,
): Promise<boolean> {
  const at = dateOf(now);
  const noted = await db.$queryRaw<{ key: string }[]>`
    WITH forgotten AS (
      DELETE FROM handled_deeds WHERE workspace_id = ${workspaceId}::uuid AND at < ${at}::timestamptz - interval '1 day'
    )
    INSERT INTO handled_deeds (workspace_id, key, at)
    VALUES (${workspaceId}::uuid, ${`id ${id}`}, ${at}::timestamptz), (${workspaceId}::uuid, ${`what ${digest(what)}`}, ${at}::timestamptz)
    ON CONFLICT (workspace_id, key) DO UPDATE SET at = excluded.at
      WHERE handled_deeds.key LIKE 'what %' AND handled_deeds.at < excluded.at - make_interval(secs => ${DOUBLE_CLICK_SECONDS})
    RETURNING key`;
  return noted.length < 2;
}

/** Hashed: what was typed may be long, and is nobody's business once answered. */
const digest = (what: string) => createHash('sha256').update(what).digest('base64url');
