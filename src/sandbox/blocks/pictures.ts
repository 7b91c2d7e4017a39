/**
 * The pictures in blocks. Slack fetches an `image_url` when the message is posted and refuses the blocks when it cannot;
 * so does the sandbox, from this machine only. A `slack_file` must be an uploaded picture that has been processed and
 * that the reader may see: in an ephemeral message nobody may.
 */
import { isObject } from '../arguments.ts';
import { pictureFacts } from '../picture-facts.ts';
import type { Picture, State, StoredFile } from '../state.ts';
import { factsOf } from '../uploaded-files.ts';
import { type Part, walk } from './walk.ts';

const FETCH_WITHIN_MS = 3_000;
const MOST_BYTES = 5_000_000;
const MOST_KEPT = 500;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Fetches and keeps what the blocks show; the faults of pictures that cannot be shown. */
export async function pictureFaults(
  state: State,
  parts: Part[],
  maySee: (file: StoredFile) => boolean,
): Promise<string[]> {
  const images = parts.filter((part) => part.kind === 'image');
  const faults = await Promise.all(images.map((part) => faultOf(state, part, maySee)));
  return faults.filter((fault) => fault !== undefined);
}

async function faultOf(
  state: State,
  { pointer, object }: Part,
  maySee: (file: StoredFile) => boolean,
): Promise<string | undefined> {
  if (object.slack_file !== undefined) {
    const file = findFile(state, object.slack_file);
    const shown = file !== undefined && maySee(file) && factsOf(file) !== undefined;
    return shown ? undefined : `invalid slack file [json-pointer:${pointer}/slack_file]`;
  }
  if (typeof object.image_url !== 'string') return undefined;
  const picture = await fetchPicture(object.image_url);
  if (!picture) return `downloading image failed [json-pointer:${pointer}/image_url]`;
  keep(state, object.image_url, picture);
  return undefined;
}

/** The uploaded files that blocks show. */
export function filesIn(state: State, blocks: unknown[]): StoredFile[] {
  const images = walk({ blocks }).parts.filter((part) => part.kind === 'image');
  return images.map((part) => findFile(state, part.object.slack_file)).filter((file) => file !== undefined);
}

function findFile(state: State, reference: unknown): StoredFile | undefined {
  if (!isObject(reference)) return undefined;
  const id =
    reference.id ??
    String(reference.url ?? '')
      .split('/')
      .at(-1);
  return state.files.get(String(id));
}

async function fetchPicture(address: string): Promise<Picture | undefined> {
  if (!URL.canParse(address) || !LOOPBACK.test(new URL(address).hostname)) return undefined;
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(FETCH_WITHIN_MS) });
    const bytes = response.ok && response.body ? await readUpTo(response.body, MOST_BYTES) : undefined;
    const facts = bytes && pictureFacts(bytes);
    return bytes && facts && { bytes, type: facts.type };
  } catch {
    return undefined;
  }
}

/** The whole body, or undefined when it is larger than `most` bytes. */
async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function keep(state: State, address: string, picture: Picture): void {
  state.pictures.set(address, picture);
  const [oldest] = state.pictures.keys();
  if (state.pictures.size > MOST_KEPT && oldest !== undefined) state.pictures.delete(oldest);
}
