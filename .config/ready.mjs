// Makes a clone ready to run: packages as locked, the Prisma client as the schema says. Nothing to do costs milliseconds.
// Plain JavaScript with no imports but Node's own, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Salespulse needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org and try again.`);
  process.exit(1);
}

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function run(what, command, args) {
  console.error(what);
  // What the tools print goes to stderr, so that a command's own output stays clean for pipes.
  const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`"${command} ${args.join(' ')}" failed. What it printed above says why; mend that and run the command again.`);
    process.exit(status ?? 1);
  }
}

if (modified('node_modules/.package-lock.json') < modified('package-lock.json')) {
  // Not `npm ci`: a lock made where the registry lacks other platforms' optional packages is valid, and ci refuses it.
  run('Installing packages (the first time this takes a minute or two) …', 'npm', ['install', '--no-save', '--no-audit', '--no-fund']);
}
if (modified('src/db/generated/client.ts') < modified('prisma/schema.prisma')) {
  run('Generating the database client …', process.execPath, [
    'node_modules/prisma/build/index.js',
    'generate',
    '--config',
    '.config/prisma.ts',
  ]);
}
