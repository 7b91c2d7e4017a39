/** The built page, served from a folder: index.html at `/`, and its assets. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Reply } from './replies.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export async function builtPage(pageDir: string | undefined, pathname: string): Promise<Reply> {
  const archived = /^\/archives\/([A-Z0-9]+)\/p\d+$/.exec(pathname)?.[1];
  if (archived) return { status: 302, body: '', headers: { location: `/?channel=${archived}` } };
  if (pageDir === undefined) return { status: 404, body: 'This sandbox runs without its web page.' };
  try {
    // An absolute path never climbs above its root when normalized.
    const name = pathname === '/' ? 'index.html' : normalize(decodeURIComponent(pathname));
    const body = await readFile(join(pageDir, name));
    return { status: 200, body, headers: { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' } };
  } catch {
    return { status: 404, body: 'Not found' };
  }
}
