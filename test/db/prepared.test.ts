import { expect, test } from 'vitest';
import { preparedNames } from '../../src/db/prepared.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();

test('a statement that has come five times has a name, and another one has another', () => {
  const nameOf = preparedNames();
  const names = (sql: string) => Array.from({ length: 6 }, () => nameOf({ sql }));
  const [first, , , , fifth, sixth] = names('SELECT 1');
  expect(first).toBe('');
  expect(fifth).toBe('');
  expect(sixth).not.toBe('');
  expect(names('SELECT 2').at(-1)).not.toBe(sixth);
});

test('no more than 64 statements have one, however many there are', () => {
  const nameOf = preparedNames();
  const named = Array.from({ length: 100 }, (_, number) =>
    Array.from({ length: 6 }, () => nameOf({ sql: `SELECT ${number}` })).at(-1),
  ).filter(Boolean);
  expect(named).toHaveLength(64);
});

test('a connection plans what comes often once, and answers with the values of each time', async () => {
  const counted = (to: number) =>
    db().$queryRaw<{ sum: number }[]>`SELECT sum(n)::int AS sum FROM generate_series(1, ${to}::int) n`;
  const sums = [];
  for (let to = 1; to <= 9; to++) sums.push((await counted(to))[0]?.sum);
  expect(sums).toEqual([1, 3, 6, 10, 15, 21, 28, 36, 45]);
  const kept = await db().$queryRaw<{ statement: string }[]>`SELECT statement FROM pg_prepared_statements`;
  expect(kept.filter(({ statement }) => statement.includes('generate_series'))).toHaveLength(1);
});
