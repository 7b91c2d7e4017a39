import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const SOURCES = import.meta.dirname;
/** What the page shares with the server. */
const SHARED = path.join(SOURCES, '../blocks/values.ts');
const LOCKED_PACKAGES = path.join(SOURCES, '../../../package-lock.json');

/**
 * Builds the page into a folder inside `outDir` named after what it was built from, and returns that folder. When it is
 * there already nothing is done. Processes may build at once: each works apart, the first to finish puts its folder in place.
 */
export async function buildPage(outDir: string): Promise<string> {
  const finished = path.resolve(outDir, await contentHash());
  if (existsSync(finished)) return finished;
  await mkdir(outDir, { recursive: true });
  const working = await mkdtemp(path.resolve(outDir, 'building-'));
  await build({
    root: SOURCES,
    base: '/',
    configFile: false,
    logLevel: 'warn',
    // A test run sets NODE_ENV to "test", which would bring React's slower development build.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: { outDir: working, emptyOutDir: true, target: 'es2023' },
  });
  await rename(working, finished).catch(async (error) => {
    await rm(working, { recursive: true });
    if (!existsSync(finished)) throw error;
  });
  return finished;
}

async function contentHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [LOCKED_PACKAGES, SHARED, ...(await sourceFiles())]) {
    hash.update(`${path.basename(file)}\n`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function sourceFiles(): Promise<string[]> {
  const entries = await readdir(SOURCES, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
