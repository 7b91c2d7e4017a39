import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { problemLine } from '../../src/cli/import-report.ts';
import { en } from '../../src/language/en/index.ts';
import { projectRoot } from '../../src/project-root.ts';

const folder = join(projectRoot, 'src', 'records', 'import');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

it('Every reason why a row is bad has its message, and every message its reason', () => {
  const reasons = [
    ...sources.matchAll(/\bbad\(\s*[^,()]+(?:\([^)]*\))?,\s*'(?<reason>\w+)'|reason: '(?<plain>\w+)'/g),
  ].map(({ groups }) => `import.bad.${groups?.reason ?? groups?.plain}`);
  const messages = Object.keys(en).filter((key) => key.startsWith('import.bad.'));
  expect([...new Set(reasons)].sort()).toEqual(messages.sort());
});

it('A bad value is shown in quotes, with its line and column', () => {
  const problem = { line: 3, column: 'close_date', value: 'a"b', reason: 'no_date', hint: '' };
  expect(problemLine(problem)).toBe('line 3, close_date: "a\\"b" – is no date in this column\'s format');
  expect(problemLine({ ...problem, column: '' })).toMatch(/^line 3: /);
});
