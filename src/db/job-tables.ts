import { Logger, runMigrations } from 'graphile-worker';

/** Makes the tables of the job queue, or brings them up to date. Processes that start at once do not hinder each other. */
export const migrateJobTables = (connectionString: string): Promise<void> =>
  runMigrations({ connectionString, logger: new Logger(() => () => undefined) });
