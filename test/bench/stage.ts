/** What every line plays on: a database of its own with the demo team in it, at a moment that is the same in every run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { cast, company } from '../../prisma/demo/cast.ts';
import { seedDemo } from '../../prisma/demo/seed.ts';
import type { Clock } from '../../src/clock.ts';
import { type OpenDatabase, openReadyDatabase } from '../../src/db/open.ts';

/** A Wednesday afternoon, with half of the month to look at and a whole one to compare it with. */
export const moment = Temporal.Instant.from('2026-03-18T13:00:00Z');

/** Who asks. */
export const anna = cast.find(({ name }) => name === 'Anna Berger') ?? cast[0]!;

export interface Stage extends OpenDatabase {
  /** A temporary folder, removed at the end. */
  folder: string;
}

export async function setStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'salespulse-bench-'));
  const database = await openReadyDatabase({ databaseUrl: undefined, dataFolder: folder });
  const today = moment.toZonedDateTimeISO(company.zone).toPlainDate();
  await seedDemo(database.db, { today, now: moment, slackTeamId: company.slackTeamId });
  // What autovacuum would have done by now, had the team really worked for 15 months.
  await database.db.$executeRaw`VACUUM ANALYZE`;
  const close = async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...database, folder, close };
}

/** A clock that moves on by a minute whenever somebody asks, so that no answer and no chart is the one before. */
export function tickingClock(): { clock: Clock; tick(): void } {
  let now = moment;
  return {
    clock: () => now,
    tick: () => {
      now = now.add({ minutes: 1 });
    },
  };
}
