import { ErrorCode, type WebClient } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Database } from '../db/client.ts';
import type { UploadedFile } from './upload.ts';

/** Days that an upload is remembered if nobody asks for it again. */
const MEMORY_DAYS = 30;
/** Uploads remembered for each workspace. */
const MOST = 10_000;
/** Milliseconds that a file found is assumed to be still there: many messages may name the same one. */
const TRUSTED_MS = 60_000;
const MOST_TRUSTED = 1_000;

/** A chart, and the person whose messages with the bot it is in; '' for one that messages name. */
export interface UploadPlace {
  workspaceId: string;
  key: string;
  place: string;
}

/**
 * Remembers where charts are in Slack, for all processes, so that the same chart is linked instead of uploaded again.
 */
export interface Uploads {
  /** The existing file for a place, or a new one made by `work`. */
  once(at: UploadPlace, now: Temporal.Instant, work: () => Promise<UploadedFile>): Promise<UploadedFile>;
}

export function createUploads(db: Database, client: WebClient): Uploads {
  /** Uploads in progress in this process, shared by all who ask meanwhile. */
  const doing = new Map<string, Promise<UploadedFile>>();

  const trusted = new Map<string, { file: UploadedFile; at: number }>();

  function trust(file: UploadedFile): UploadedFile {
    if (trusted.size >= MOST_TRUSTED) trusted.clear();
    trusted.set(file.id, { file, at: performance.now() });
    return file;
  }

  async function known(at: UploadPlace, usedAt: Date): Promise<UploadedFile | null> {
    const [row] = await db.chartUpload.updateManyAndReturn({ where: at, data: { usedAt } });
    if (!row) return null;
    const seen = trusted.get(row.fileId);
    if (seen && performance.now() - seen.at < TRUSTED_MS) return seen.file;
    const file = await stillThere(client, row.fileId, at.place);
    return file?.permalink ? trust(file) : file;
  }

  async function remember(at: UploadPlace, fileId: string, now: Temporal.Instant): Promise<void> {
    const usedAt = dateOf(now);
    await db.chartUpload.upsert({
      where: { workspaceId_key_place: at },
      create: { ...at, fileId, usedAt },
      update: { fileId, usedAt },
    });
    await db.$executeRaw`
      DELETE FROM chart_uploads WHERE workspace_id = ${at.workspaceId}::uuid AND (
        used_at < ${dateOf(now.subtract({ hours: 24 * MEMORY_DAYS }))}::timestamptz
        OR (key, place) IN (
          SELECT key, place FROM chart_uploads WHERE workspace_id = ${at.workspaceId}::uuid
          ORDER BY used_at DESC, key, place OFFSET ${MOST}
        ))`;
  }

  async function found(at: UploadPlace, now: Temporal.Instant, work: () => Promise<UploadedFile>) {
    const there = await known(at, dateOf(now));
    if (there) return there;
    const file = await work();
    await remember(at, file.id, now);
    return file;
  }

  return {
    once(at, now, work) {
      const name = JSON.stringify([at.workspaceId, at.key, at.place]);
      const finding = doing.get(name) ?? found(at, now, work).finally(() => doing.delete(name));
      doing.set(name, finding);
      return finding;
    },
  };
}

/**
 * People may delete files, so this asks Slack. If too many ask, as for a digest to everyone, a file that messages name
 * is assumed to be there; if it is not, Slack refuses the message, which is then sent without it.
 */
async function stillThere(client: WebClient, id: string, place: string): Promise<UploadedFile | null> {
  try {
    const { file } = await client.files.info({ file: id });
    return { id, permalink: file?.permalink ?? '' };
  } catch (cause) {
    const { code, data } = cause as { code?: string; data?: { error?: string } };
    if (data?.error === 'file_not_found' || data?.error === 'file_deleted') return null;
    if (code === ErrorCode.RateLimitedError && place === '') return { id, permalink: '' };
    throw cause;
  }
}
