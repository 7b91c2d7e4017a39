import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { buildPage } from '../../../src/sandbox/page/build.ts';

it('builds the page once, also when two ask at the same time', async () => {
  const outDir = await mkdtemp(path.join(tmpdir(), 'sandbox-page-'));
  onTestFinished(() => rm(outDir, { recursive: true }));

  const [first, second] = await Promise.all([buildPage(outDir), buildPage(outDir)]);
  expect(second).toBe(first);
  expect(await readdir(outDir)).toEqual([path.basename(first)]);
  const html = await readFile(path.join(first, 'index.html'), 'utf8');
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? 'no script';
  const built = await readFile(path.join(first, script), 'utf8');
  expect(built).toContain('Only visible to you');
  expect(built, 'React as for production, though this is a test run').not.toContain('jsxDEV');

  expect(await buildPage(outDir)).toBe(first);
  expect(await readFile(path.join(first, script), 'utf8')).toBe(built);
});
