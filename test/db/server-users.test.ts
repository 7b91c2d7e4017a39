import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isServerUsed, withSharedServer } from '../../src/db/server-users.ts';

describe('those who share a server', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'salespulse-users-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('come one after the other, also when the one before died with the lock in its hand', async () => {
    await mkdir(join(folder, 'lock'));
    await writeFile(join(folder, 'lock', `${deadPid()}-x`), '');
    let inside = 0;
    const most: number[] = [];
    const server = {
      join: async () => {
        most.push(++inside);
        await new Promise(setImmediate);
        inside--;
      },
      stop: async () => undefined,
    };
    await Promise.all(Array.from({ length: 20 }, () => withSharedServer(folder, server)));
    expect(most).toEqual(Array(20).fill(1));
  });

  it('are not held up by a lock whose holder died before it could sign it', async () => {
    await mkdir(join(folder, 'lock'));
    const leave = await withSharedServer(folder, { join: async () => undefined, stop: async () => undefined });
    await leave();
    expect(await readdir(folder)).toEqual(['users']);
  });

  it('are counted while they live', async () => {
    expect(await isServerUsed(folder)).toBe(false);
    await mkdir(join(folder, 'users'));
    await writeFile(join(folder, 'users', `${deadPid()}-x`), '');
    expect(await isServerUsed(folder)).toBe(false);
    const leave = await withSharedServer(folder, { join: async () => undefined, stop: async () => undefined });
    expect(await isServerUsed(folder)).toBe(true);
    await leave();
    expect(await isServerUsed(folder)).toBe(false);
  });
});

/** Of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['--version']).pid;
