/** Keeps what was said over restarts of the demo: one JSON file, replaced whole, so that a crash leaves the old or the new. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Room, State, StoredFile, StoredMessage } from './state.ts';

const WRITE_AFTER_MS = 250;

interface Saved {
  rooms: Room[];
  messages: [string, StoredMessage[]][];
  files: (Omit<StoredFile, 'bytes'> & { base64?: string })[];
  pictures: { url: string; type: string; base64: string }[];
  readUpTo: [string, string][];
  lastMicroseconds: number;
  /** Messages keep their times over a restart, so the clock that gave them stays ahead, too. */
  aheadMs?: number;
}

/** Brings back what the file holds; without a file nothing happens. DMs come back, channels are as given at the start. */
export function loadState(state: State, path: string): void {
  if (!existsSync(path)) return;
  const saved: Saved = JSON.parse(readFileSync(path, 'utf8'));
  for (const room of saved.rooms) if (!state.rooms.has(room.id)) state.rooms.set(room.id, room);
  for (const [room, messages] of saved.messages) if (state.rooms.has(room)) state.messages.set(room, messages);
  for (const { base64, ...file } of saved.files)
    state.files.set(file.id, { ...file, processed: file.completed, bytes: base64 ? fromBase64(base64) : undefined });
  for (const { url, type, base64 } of saved.pictures) state.pictures.set(url, { type, bytes: fromBase64(base64) });
  state.readUpTo = new Map(saved.readUpTo);
  state.lastMicroseconds = saved.lastMicroseconds;
  state.aheadMs = saved.aheadMs ?? 0;
}

/** Writes the file a moment after each change. The returned function writes at once what is still to be written. */
export function keepState(state: State, path: string): () => void {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(saved(state)));
    renameSync(`${path}.new`, path);
  };
  state.listeners.add(() => {
    timer ??= setTimeout(write, WRITE_AFTER_MS);
  });
  return () => {
    if (timer) write();
  };
}

function saved(state: State): Saved {
  return {
    rooms: [...state.rooms.values()].filter((room) => room.kind === 'dm'),
    messages: [...state.messages],
    files: [...state.files.values()].map(({ bytes, ...file }) => ({ ...file, base64: bytes?.toString('base64') })),
    pictures: [...state.pictures].map(([url, { type, bytes }]) => ({ url, type, base64: bytes.toString('base64') })),
    readUpTo: [...state.readUpTo],
    lastMicroseconds: state.lastMicroseconds,
    aheadMs: state.aheadMs,
  };
}

function fromBase64(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}
