import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { cast } from '../../prisma/demo/cast.ts';
import { type ImportRequest, importFile } from '../../src/records/import/import-file.ts';
import { interleaved, type Line, timed } from './measure.ts';
import { moment, type Stage } from './stage.ts';

const ROWS = 5_000;

/** A file of activities, new each time, beside PostgreSQL's own COPY of the same file into a bare table with a primary key. */
export async function importLine({ db }: Stage, pool: pg.Pool): Promise<Line> {
  // The server reads the file itself, and may be another user.
  const folder = await mkdtemp(join(tmpdir(), 'salespulse-bench-'));
  await chmod(folder, 0o755);
  const file = join(folder, 'activities.csv');
  await writeFile(file, activitiesCsv(), { mode: 0o644 });
  await pool.query(`CREATE TABLE copied (id text PRIMARY KEY, member text, type text, direction text, outcome text,
    occurred timestamptz, duration int, customer text, note text)`);

  let round = 0;
  const ours = async () => {
    const request: ImportRequest = {
      kind: 'activities',
      file,
      source: `bench ${round++}`,
      map: new Map(),
      strict: true,
      dryRun: false,
      goals: { unitOf: () => null, set: () => Promise.reject(new Error('There are no goals')) },
    };
    const listener = { onProblem: () => undefined, onProgress: () => undefined };
    const ms = await timed(async () => {
      const report = await importFile(db, () => moment, request, listener);
      if (report.inserted !== ROWS) throw new Error(`${report.inserted} of ${ROWS} rows went in`);
    });
    await pool.query('DELETE FROM activities WHERE source = $1', [request.source]);
    return ms;
  };
  const copy = async () => {
    await pool.query('TRUNCATE copied');
    return timed(() => pool.query(`COPY copied FROM '${file}' (FORMAT csv, HEADER)`));
  };
  try {
    const times = await interleaved({ rounds: 4, warmUp: 1 }, ours, copy);
    return { name: `import of ${ROWS.toLocaleString('en')} activities`, reference: 'COPY', ...times };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function activitiesCsv(): string {
  const outcomes = ['answered', 'unanswered', 'busy', 'voicemail'];
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const at = moment.subtract({ minutes: 15 * index });
    const who = cast[index % cast.length]?.name;
    const outcome = outcomes[index % outcomes.length];
    return `b-${index},${who},call,outbound,${outcome},${at},${index % 1800},Bench Customer ${index % 400},"asked, again, for offer ${index}"`;
  });
  return ['id,member,type,direction,outcome,occurred,duration,customer,note', ...rows].join('\n');
}
