import { PrismaPg } from '@prisma/adapter-pg';
import { inject } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { PrismaClient } from '../../src/db/generated/client.ts';

/** How many statements go to the server while something is done, over connections of its own to the same database. */
export async function statementsOf(db: Database, deed: (db: Database) => Promise<unknown>): Promise<number> {
  const [{ name } = { name: '' }] = await db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const url = new URL(inject('serverUrl'));
  url.pathname = name;
  const adapter = new PrismaPg({ connectionString: url.href, max: 2 });
  const counted = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] });
  let count = 0;
  counted.$on('query', () => {
    count += 1;
  });
  try {
    await deed(counted);
    return count;
  } finally {
    await counted.$disconnect();
  }
}
