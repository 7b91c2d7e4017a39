import type { Database } from '../../src/db/client.ts';

/** A row as whoever has the whole database finds it. */
export interface AnyRow {
  table: string;
  /** Its columns, as JSON. */
  row: string;
  /** The transactions that wrote it, and that locked or replaced it last. */
  xmin: string;
  xmax: string;
}

/** All rows of all tables of all schemas, those of the queue included. */
export async function everything(db: Database): Promise<AnyRow[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const found = await db.$queryRawUnsafe<Omit<AnyRow, 'table'>[]>(
        `SELECT to_jsonb(t)::text AS row, xmin::text, xmax::text FROM ${name} t`,
      );
      return found.map((row) => ({ table: name.replace(/^public\./, ''), ...row }));
    }),
  );
  return rows.flat();
}

/** From now on every job that is added or changed leaves its payload behind: else those that are done could not be searched. */
export async function keepJobs(db: Database): Promise<void> {
  for (const statement of [
    'CREATE TABLE every_job (job jsonb)',
    `CREATE FUNCTION keep_job() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      $$ BEGIN INSERT INTO public.every_job VALUES (to_jsonb(NEW)); RETURN NEW; END $$`,
    `CREATE TRIGGER keep_job AFTER INSERT OR UPDATE ON graphile_worker._private_jobs
      FOR EACH ROW EXECUTE FUNCTION public.keep_job()`,
  ])
    await db.$executeRawUnsafe(statement);
}
