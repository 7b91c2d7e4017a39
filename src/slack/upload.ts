import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';

const TIMEOUT_MS = 10_000;
const READY_WITHIN_MS = 5_000;
const FIRST_ASKED_AFTER_MS = 150;

export interface Upload {
  content: Uint8Array;
  /** With its extension, as in `chart.png`. */
  name: string;
  type: 'image/png' | 'text/csv' | 'text/html';
  title: string;
  /** The channel to show it in as its own message; without it, others see it only once a message names it. */
  channelId?: string;
}

export interface UploadedFile {
  id: string;
  /** The file's page in Slack. */
  permalink: string;
}

/**
 * Uploads a file, and returns once Slack can show it: a message that names a file too soon is refused. Rejects if Slack
 * does, or is not ready in time.
 */
export async function upload(
  client: WebClient,
  { content, name, type, title, channelId }: Upload,
): Promise<UploadedFile> {
  const place = await client.files.getUploadURLExternal({ filename: name, length: content.byteLength });
  if (!place.upload_url || !place.file_id) throw new Error('Slack named no place to upload to');
  const form = new FormData();
  form.append('body', new Blob([new Uint8Array(content)], { type }), name);
  const sent = await fetch(place.upload_url, { method: 'POST', body: form, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!sent.ok) throw new Error(`the upload was answered with ${sent.status}`);
  const files: [{ id: string; title: string }] = [{ id: place.file_id, title }];
  await client.files.completeUploadExternal(channelId ? { files, channel_id: channelId } : { files });
  return readyFile(client, place.file_id);
}

async function readyFile(client: WebClient, id: string): Promise<UploadedFile> {
  const deadline = performance.now() + READY_WITHIN_MS;
  // Slack limits these calls as strictly as uploads.
  for (let wait = FIRST_ASKED_AFTER_MS; performance.now() < deadline; wait *= 2) {
    await pause(wait);
    const { file } = await client.files.info({ file: id });
    if (file?.size && file.mimetype) return { id, permalink: file.permalink ?? '' };
  }
  throw new Error('Slack did not get the file ready in time');
}
