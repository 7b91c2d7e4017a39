import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Database } from '../db/client.ts';
import type { Renderer } from './render.ts';
import type { ChartSpec } from './spec.ts';

/** Longer than a picture's address is valid. */
const LIFE_HOURS = 48;
/** Pictures kept for each workspace, of some 30 kB each. */
const MOST = 1_000;

/** Pictures by content: the same spec has the same key and is drawn once for all processes. */
export interface PictureStore {
  /** Draws a picture that is not there yet. `key` is 64 hexadecimal digits. Rejects with ChartFailed. */
  put(workspaceId: string, spec: ChartSpec, now: Temporal.Instant): Promise<StoredPicture>;
  /** The PNG; null: the key was never stored, or too long ago. */
  get(workspaceId: string, key: string): Promise<Uint8Array | null>;
}

export interface StoredPicture {
  key: string;
  /** A PNG. */
  picture: Uint8Array;
}

/**
 * Stores pictures in the database, so that any process can serve what another has drawn: the last `most` of each
 * workspace.
 */
export function createPictureStore(
  db: Database,
  renderer: Pick<Renderer, 'render'>,
  { most = MOST }: { most?: number } = {},
): PictureStore {
  /** Drawings in progress in this process, shared by all who ask meanwhile. */
  const drawing = new Map<string, Promise<StoredPicture>>();

  async function drawn(workspaceId: string, key: string, spec: ChartSpec, now: Temporal.Instant) {
    const known = await used(workspaceId, key, now);
    if (known) return { key, picture: known };
    const picture = await renderer.render(spec);
    await keep(workspaceId, { key, picture }, now);
    return { key, picture };
  }

  /** Finds a stored picture and extends its life. */
  async function used(workspaceId: string, key: string, now: Temporal.Instant): Promise<Uint8Array | null> {
    const [row] = await db.$queryRaw<{ picture: Uint8Array }[]>`
      UPDATE chart_pictures SET used_at = ${dateOf(now)}::timestamptz
      WHERE workspace_id = ${workspaceId}::uuid AND key = ${key} RETURNING picture`;
    return row?.picture ?? null;
  }

  /** Stores a picture and drops expired ones. Another process may have drawn the same one meanwhile. */
  async function keep(workspaceId: string, { key, picture }: StoredPicture, now: Temporal.Instant): Promise<void> {
    const row = { workspaceId, key, picture: new Uint8Array(picture), usedAt: dateOf(now) };
    await db.chartPicture.createMany({ data: row, skipDuplicates: true });
    await db.$executeRaw`
      DELETE FROM chart_pictures WHERE workspace_id = ${workspaceId}::uuid AND (
        used_at < ${dateOf(now.subtract({ hours: LIFE_HOURS }))}::timestamptz
        OR key IN (
          SELECT key FROM chart_pictures WHERE workspace_id = ${workspaceId}::uuid ORDER BY used_at DESC, key OFFSET ${most}
        ))`;
  }

  return {
    put(workspaceId, spec, now) {
      const key = createHash('sha256').update(canonicalJson(spec)).digest('hex');
      const name = `${workspaceId} ${key}`;
      const doing = drawing.get(name) ?? drawn(workspaceId, key, spec, now).finally(() => drawing.delete(name));
      drawing.set(name, doing);
      return doing;
    },
    async get(workspaceId, key) {
      const row = await db.chartPicture.findUnique({ where: { workspaceId_key: { workspaceId, key } } });
      return row?.picture ?? null;
    },
  };
}

/** JSON with every object's keys in order, so that equal content gives equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
