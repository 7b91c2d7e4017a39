/**
 * A table's file without what was deleted or changed in it. `VACUUM FULL` would keep the rows that any transaction under way may
 * still look at, and nobody would come back for them: TRUNCATE takes a new file at once, and the old one goes with the commit.
 */
import type { Transaction } from './client.ts';

type Table = 'pulse_answers' | 'pulse_replies';

/**
 * Keeps others from writing to the table until the transaction ends. It comes before anything else that touches the table: two that
 * have read it and then both want it for themselves would wait for each other.
 */
export async function holdTable(tx: Transaction, table: Table): Promise<void> {
  await tx.$executeRawUnsafe(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
}

/**
 * What a transaction begins with that reads the table before it writes to it: while it waits for who holds the table it must not
 * have looked at it, as that one waits for all who have.
 */
export async function joinTable(tx: Transaction, table: Table): Promise<void> {
  await tx.$executeRawUnsafe(`LOCK TABLE ${table} IN ROW EXCLUSIVE MODE`);
}

/**
 * Writes a held table anew, in random order. It looks at the rounds of all rows, so who waits for the table may lock a round FOR NO
 * KEY UPDATE at most.
 */
export async function writeAnew(tx: Transaction, table: Table): Promise<void> {
  await tx.$executeRawUnsafe(`CREATE TEMPORARY TABLE kept ON COMMIT DROP AS SELECT * FROM ${table}`);
  await tx.$executeRawUnsafe(`TRUNCATE ${table}`);
  await tx.$executeRawUnsafe(`INSERT INTO ${table} SELECT * FROM kept ORDER BY gen_random_uuid()`);
  await tx.$executeRawUnsafe('DROP TABLE kept');
}
