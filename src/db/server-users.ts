import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../errors.ts';

/**
 * Counts who uses the server in `folder` by one file for each process, so that the first starts it and the last
 * stops it. A process that was killed is no longer counted. Returns the function that leaves.
 */
export async function withSharedServer(
  folder: string,
  server: { join(): Promise<void>; stop(): Promise<void> },
): Promise<() => Promise<void>> {
  const users = join(folder, 'users');
  await mkdir(users, { recursive: true });
  const mine = join(users, `${process.pid}-${Math.random().toString(36).slice(2)}`);
  await alone(folder, async () => {
    await server.join();
    await writeFile(mine, '');
  });
  return () =>
    alone(folder, async () => {
      await rm(mine, { force: true });
      for (const name of await readdir(users)) {
        if (isAlive(Number(name.split('-')[0]))) return;
        await rm(join(users, name), { force: true });
      }
      await server.stop();
    });
}

/** Runs `work` while no other process does so in the same folder. */
async function alone(folder: string, work: () => Promise<void>): Promise<void> {
  const lock = join(folder, 'lock');
  const deadline = Date.now() + 60_000;
  while (!(await taken(lock))) {
    if (Date.now() > deadline) throw new Problem('database.locked', { lock });
    await pause(50);
  }
  try {
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** Takes the lock (making a folder succeeds for one process only), or clears it away when its holder is gone. */
async function taken(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    await writeFile(join(lock, String(process.pid)), '');
    return true;
  } catch {
    const [holder] = await readdir(lock).catch(() => []);
    if (holder && !isAlive(Number(holder))) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
