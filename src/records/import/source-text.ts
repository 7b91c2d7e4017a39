import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Problem } from '../../errors.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';

/** The file's size in bytes. Throws a Problem when there is no such file to read. */
export async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Problem('import.no_file', { file });
  if (found.size === 0) throw new Problem('import.empty', { file });
  return found.size;
}

/** How the file's characters are written: UTF-8 if all of it is (or a byte order mark says so), else windows-1252. */
export async function encodingOf(file: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let seenForeign = false;
  let first = true;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
    first = false;
    const text = textOrNull(() => decoder.decode(chunk, { stream: true }));
    if (text === null) return 'windows-1252';
    seenForeign ||= /\P{ASCII}/u.test(text);
  }
  // A last character cut in half is a UTF-8 file that was cut, if there were whole ones before it.
  return textOrNull(() => decoder.decode()) === null && !seenForeign ? 'windows-1252' : 'utf-8';
}

/** What was decoded; null when it is not valid in the decoder's encoding. */
function textOrNull(decode: () => string): string | null {
  try {
    return decode();
  } catch {
    return null;
  }
}

/** The file's text, piece by piece, without a byte order mark and without NUL, which PostgreSQL cannot store. */
export async function* textOf(file: string, encoding: Encoding, onBytes: (count: number) => void = () => undefined) {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    yield decoder.decode(chunk, { stream: true }).replaceAll('\0', '');
  }
  yield decoder.decode();
}
