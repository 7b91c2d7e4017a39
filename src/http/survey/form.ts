import type { IncomingMessage } from 'node:http';

/** What the page's form sends. A null `score`: no number was chosen. */
export type Filled = 'declined' | 'unsubscribed' | { score: number | null; comment: string };

/** Bytes: enough for the longest comment in any script. */
const MOST_BYTES = 32_768;

/**
 * Reads a form: the page's own, or one that an e-mail program sends to unsubscribe (RFC 8058). null: neither, or too
 * long.
 */
export async function filledForm(request: IncomingMessage): Promise<Filled | null> {
  const body = await bodyOf(request);
  const fields = body && (await fieldsOf(body, request.headers['content-type'] ?? ''));
  if (!fields) return null;
  if (fields.get('List-Unsubscribe') === 'One-Click') return 'unsubscribed';
  if (fields.get('decline') === 'yes') return 'declined';
  if (!fields.has('score') && !fields.has('comment')) return null;
  return { score: scoreIn(fields), comment: readable(fields.get('comment') ?? '') };
}

/** 0 to 10; null: no such number. Whether it is on the question's scale depends on the link. */
export function scoreIn(fields: URLSearchParams): number | null {
  const written = fields.get('score') ?? '';
  return /^(?:\d|10)$/.test(written) ? Number(written) : null;
}

/** Normalises line breaks, and drops characters that cannot be stored or read. */
const readable = (words: string) =>
  words
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim();

/** E-mail programs may send a multipart form. */
async function fieldsOf(body: Buffer, type: string): Promise<URLSearchParams | null> {
  if (!type.startsWith('multipart/form-data')) return new URLSearchParams(body.toString('utf8'));
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  if (!form) return null;
  return new URLSearchParams([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
