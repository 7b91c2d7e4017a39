import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface ServerUser {
  /** Whom the server's files belong to; undefined: ourselves. */
  owner: { uid: number; gid: number } | undefined;
  /** Runs a program as this user. Rejects with what it wrote to stderr. */
  execute(file: string, args: string[]): Promise<unknown>;
}

/**
 * PostgreSQL refuses to run as root. Where we are root (containers, build machines), it runs as the system's
 * `postgres` user, else as `nobody`; elsewhere as ourselves. A user like that cannot enter a folder that only root may
 * enter (a clone in /root, in a temporary folder), so there it keeps root's right to pass, and that right alone.
 *
 * @param needed files and folders that the server must reach
 */
export async function serverUser(needed: string[]): Promise<ServerUser> {
  const account = process.getuid?.() === 0 ? await unprivilegedAccount() : undefined;
  if (!account) return { owner: undefined, execute: (file, args) => run(file, args) };
  const reachable = (await Promise.all(needed.map(everyoneCanReach))).every(Boolean);
  if (reachable) return { owner: account, execute: (file, args) => run(file, args, { ...account, cwd: '/' }) };
  const drop = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const keep = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return {
    owner: account,
    execute: (file, args) => run('setpriv', [...drop, ...keep, '--', file, ...args], { cwd: '/' }),
  };
}

async function unprivilegedAccount() {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  return account && { uid: Number(account[2]), gid: Number(account[3]) };
}

/** Whether every folder above `path` lets everyone pass. */
async function everyoneCanReach(path: string): Promise<boolean> {
  const folder = dirname(path);
  if (((await stat(folder)).mode & 0o001) === 0) return false;
  return folder === '/' || everyoneCanReach(folder);
}
