import type { IncomingMessage } from 'node:http';

/** What the page's form says. */
export type Filled = 'declined' | { score: number; comment: string };

/** The longest comment in any script fits in. */
const MOST_BYTES = 32_768;

/** Reads a form that was sent. Null: it is none of this page's, or longer than it can be. */
export async function filledForm(request: IncomingMessage): Promise<Filled | null> {
  const body = await bodyOf(request);
  if (body === null) return null;
  const fields = new URLSearchParams(body);
  if (fields.get('decline') === 'yes') return 'declined';
  const score = scoreIn(fields);
  return score === null ? null : { score, comment: readable(fields.get('comment') ?? '') };
}

/** 0 to 10; null: none, or no such number. */
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

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
