import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';
import { preparedNames } from './prepared.ts';

export type Database = PrismaClient;
/** The database inside a transaction, or the database itself: what a storage function takes. */
export type Transaction = Omit<Database, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;

/** A pool of connections to the PostgreSQL server at `url`. Close with `$disconnect()`. */
export function openDatabase(url: string, { connections = 10 }: { connections?: number } = {}): Database {
  const adapter = new PrismaPg(
    { connectionString: url, max: connections },
    { statementNameGenerator: preparedNames() },
  );
  return new PrismaClient({ adapter });
}
