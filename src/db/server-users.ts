import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
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
  const mine = join(users, newName());
  await alone(folder, async () => {
    await server.join();
    await writeFile(mine, '');
  });
  return () =>
    alone(folder, async () => {
      await rm(mine, { force: true });
      for (const name of await readdir(users)) {
        if (isAlive(pidIn(name))) return;
        await rm(join(users, name), { force: true });
      }
      await server.stop();
    });
}

/** Whether a process uses the server in `folder` at the moment. */
export async function isServerUsed(folder: string): Promise<boolean> {
  const names = await readdir(join(folder, 'users')).catch(() => []);
  return names.some((name) => isAlive(pidIn(name)));
}

/**
 * Runs `work` while no other process does so in the same folder. The lock is a folder that holds one file named after
 * its holder. It is made aside and moved into place, which succeeds only where there is none or an empty one: there is
 * never a lock without a holder, and clearing away one dead holder's file cannot hit the next holder's.
 */
async function alone(folder: string, work: () => Promise<void>): Promise<void> {
  const lock = join(folder, 'lock');
  const me = newName();
  const mine = join(folder, `lock-${me}`);
  const deadline = Date.now() + 60_000;
  await mkdir(mine);
  try {
    await writeFile(join(mine, me), '');
    while (!(await moved(mine, lock))) {
      if (Date.now() > deadline) throw new Problem('database.locked', { lock });
      await clearOfDead(lock);
      await pause(50);
    }
    await work();
  } finally {
    await rm(mine, { recursive: true, force: true });
    await rm(join(lock, me), { force: true });
    await removeIfEmpty(lock);
  }
}
/** Puts our lock in place, unless another one is there. */
async function moved(mine: string, lock: string): Promise<boolean> {
  try {
    await rename(mine, lock);
    return true;
  } catch (cause) {
    // Windows says EPERM of any folder that is there.
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((cause as NodeJS.ErrnoException).code ?? '')) return false;
    throw cause;
  }
}

async function clearOfDead(lock: string): Promise<void> {
  const names = await readdir(lock).catch(() => []);
  for (const name of names) if (!isAlive(pidIn(name))) await rm(join(lock, name), { force: true });
  await removeIfEmpty(lock);
}

/** A folder with something in it cannot be removed this way: a fresh lock stays. */
const removeIfEmpty = (folder: string) => rmdir(folder).catch(() => undefined);

/** The name of a file that stands for this process. */
const newName = () => `${process.pid}-${Math.random().toString(36).slice(2)}`;
const pidIn = (name: string) => Number(name.split('-')[0]);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
