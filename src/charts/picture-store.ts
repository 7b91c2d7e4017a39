import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Database } from '../db/client.ts';
import type { Renderer } from './render.ts';
import type { ChartSpec } from './spec.ts';

/** Longer than the address of a picture is good for. */
const LIFE_HOURS = 48;
/** Of a workspace; a picture is some 30 kB. */
const MOST = 1_000;

/** Pictures by the content they show: the same spec has the same key and is drawn once for all processes. */
export interface PictureStore {
  /** Draws what is not drawn yet. `key` is 64 hexadecimal digits. Rejects with ChartFailed. */
  put(workspaceId: string, spec: ChartSpec, now: Temporal.Instant): Promise<StoredPicture>;
  /** The PNG; null for a key that was never put, or long ago. */
  get(workspaceId: string, key: string): Promise<Uint8Array | null>;
}

export interface StoredPicture {
  key: string;
  /** A PNG. */
  picture: Uint8Array;
}

/** Keeps pictures in the database, so that any process can hand out what another has drawn: the last `most` of each workspace. */
export function createPictureStore(
  db: Database,
  renderer: Pick<Renderer, 'render'>,
  { most = MOST }: { most?: number } = {},
): PictureStore {
  /** What this process is drawing: who asks meanwhile waits for it. */
  const drawing = new Map<string, Promise<StoredPicture>>();

  async function drawn(workspaceId: string, key: string, spec: ChartSpec, now: Temporal.Instant) {
    const known = await used(workspaceId, key, now);
    if (known) return { key, picture: known };
    const picture = await renderer.render(spec);
    await keep(workspaceId, { key, picture }, now);
    return { key, picture };
  }

  /** A picture that is kept already, for another while. */
  async function used(workspaceId: string, key: string, now: Temporal.Instant): Promise<Uint8Array | null> {
    const [row] = await db.$queryRaw<{ picture: Uint8Array }[]>`
      UPDATE chart_pictures SET used_at = ${dateOf(now)}::timestamptz
      WHERE workspace_id = ${workspaceId}::uuid AND key = ${key} RETURNING picture`;
    return row?.picture ?? null;
  }

  /** Another process may have drawn it meanwhile: it has drawn the same. What nobody wants any more goes. */
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

/** JSON with every object's keys in order, so that equal content is equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
