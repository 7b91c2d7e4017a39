import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/kpi/catalogue/index.ts';
import { en } from '../../src/language/en/index.ts';
import { projectRoot } from '../../src/project-root.ts';

const sources = ['src', 'commands', 'prisma']
  .flatMap((folder) => readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true }))
  .filter(
    (entry) =>
      entry.name.endsWith('.ts') && !entry.parentPath.includes('generated') && !entry.parentPath.includes('sandbox'),
  )
  .map((entry) => ({
    path: join(entry.parentPath, entry.name),
    text: readFileSync(join(entry.parentPath, entry.name), 'utf8'),
  }));

describe('the message catalogue', () => {
  it.each(Object.entries(en))('%s is a message that can be read', (_, message) => {
    expect(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst().length).toBeGreaterThan(0);
  });

  it('has words for every problem that is thrown', () => {
    const codes = sources.flatMap(({ text }) =>
      [...text.matchAll(/new Problem\(\s*'([a-z_.]+)'/g)].map(([, code]) => `problem.${code}`),
    );
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it('says of every KPI what it is called, what it means and how it is made', () => {
    const keys = catalogue.flatMap(({ id }) => ['title', 'meaning', 'formula'].map((part) => `kpi.${id}.${part}`));
    expect(keys.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it('holds nothing that nobody says', () => {
    const code = sources
      .filter(({ path }) => !path.includes('/language/en/'))
      .map(({ text }) => text)
      .join('\n');
    // Keys made from data end in a placeholder; what stands before it is enough to know the family.
    const families = [...code.matchAll(/[`']([a-z_.]+\.)\$\{/g)].map(([, family]) => family ?? '');
    const unused = Object.keys(en).filter(
      (key) =>
        !code.includes(`'${key}'`) && !isProblem(key, code) && !families.some((family) => key.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });
});

const isProblem = (key: string, code: string) =>
  key.startsWith('problem.') && code.includes(`'${key.slice('problem.'.length)}'`);
