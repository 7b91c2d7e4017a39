import type { IncomingMessage } from 'node:http';

/** What the page's form says. `score` null: no number was chosen. */
export type Filled = 'declined' | 'unsubscribed' | { score: number | null; comment: string };

/** The longest comment in any script fits in. */
const MOST_BYTES = 32_768;

/**
 * Reads a form that was sent: the page's own, or that of an e-mail program for somebody who wants no more of them (RFC 8058). Null:
 * it is neither, or longer than it can be.
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

/** 0 to 10; null: none, or no such number. Whether it is one of the question's, the link says. */
export function scoreIn(fields: URLSearchParams): number | null {
  const written = fields.get('score') ?? '';
  return /^(?:\d|10)$/.test(written) ? Number(written) : null;
}

/** Lines as we write them, without the signs that cannot be stored or read. */
const readable = (words: string) =>
  words
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim();

/** E-mail programs may send theirs in parts. */
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
