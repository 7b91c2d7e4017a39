import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';

const rules = createRequire(import.meta.url)('../../.config/dependency-cruiser.cjs') as {
  forbidden: [];
  options: ICruiseOptions;
};

async function check(): Promise<ICruiseResult> {
  const ruleSet = { forbidden: rules.forbidden };
  const found = await cruise(['src', 'commands', 'prisma'], {
    ...rules.options,
    baseDir: projectRoot,
    validate: true,
    ruleSet,
  });
  return found.output as ICruiseResult;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('src/db/generated/'));
}

describe('the import rules', () => {
  let found: ICruiseResult;
  beforeAll(async () => {
    found = await check();
  });

  it('hold, and the check that says so has seen every source file', () => {
    const { modules, summary } = found;
    const seen = new Set(modules.map(({ source }) => source));
    const files = ['src', 'commands', 'prisma'].flatMap(sourceFiles);
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => !seen.has(file))).toEqual([]);
    expect(summary.violations).toEqual([]);
  });

  it('are read from real imports: the way from a command down to the database is seen', () => {
    const importsOf = (source: string) =>
      found.modules.find((module) => module.source === source)?.dependencies.map(({ resolved }) => resolved);
    expect(importsOf('commands/kpi.ts')).toContain('src/kpi/calling-times.ts');
    expect(importsOf('src/kpi/calling-times.ts')).toContain('src/kpi/evaluate.ts');
    expect(importsOf('src/kpi/evaluate.ts')).toContain('src/kpi/figures.ts');
  });
});
