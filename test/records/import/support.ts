import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { goalSetting } from '../../../src/cli/goal-setting.ts';
import type { Database } from '../../../src/db/client.ts';
import { type ImportRequest, importFile } from '../../../src/records/import/import-file.ts';
import type { KindName } from '../../../src/records/import/kinds/index.ts';
import type { RowProblem } from '../../../src/records/import/report.ts';

export const NOON = Temporal.Instant.from('2026-03-10T12:00Z');

type Options = Partial<Omit<ImportRequest, 'kind' | 'file' | 'map'>> & {
  map?: Record<string, string>;
  now?: Temporal.Instant;
};

/** Imports what a file would hold, and tells what was wrong with it. */
export async function importText(db: Database, kind: KindName, content: string | Buffer, options: Options = {}) {
  const file = join(tmpdir(), `salespulse-import-${randomUUID()}.csv`);
  await writeFile(file, content);
  try {
    return await importPath(db, kind, file, options);
  } finally {
    await rm(file);
  }
}

export async function importPath(
  db: Database,
  kind: KindName,
  file: string,
  { map = {}, now = NOON, ...options }: Options = {},
) {
  const problems: RowProblem[] = [];
  const defaults = {
    source: 'import',
    strict: false,
    dryRun: false,
    goals: goalSetting(db, () => now),
  };
  const request = { ...defaults, ...options, kind, file, map: new Map(Object.entries(map)) };
  const report = await importFile(db, () => now, request, {
    onProblem: (problem) => problems.push(problem),
    onProgress: () => undefined,
  });
  return { ...report, problems };
}

const tables = [
  'members',
  'teams',
  'memberships',
  'regions',
  'products',
  'product_prices',
  'customers',
  'customer_owners',
  'leads',
  'lead_states',
  'stages',
  'deals',
  'deal_lines',
  'deal_states',
  'activities',
  'targets',
  'expenses',
  'competitor_prices',
  'survey_answers',
  'special_days',
];

/** Every row of every table, but for what differs between two imports that did the same. */
export async function dump(db: Database): Promise<string> {
  const rows = await Promise.all(
    tables.map((table) => db.$queryRawUnsafe(`SELECT '${table}' AS of, t.* FROM ${table} t ORDER BY t.id`)),
  );
  return JSON.stringify(rows, null, 1);
}

export const iso = (day: Date | null | undefined): string | null => day?.toISOString().slice(0, 10) ?? null;

export const wipe = (db: Database) => db.$executeRaw`TRUNCATE workspaces CASCADE`;
