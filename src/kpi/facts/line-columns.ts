import { Prisma } from '../../db/generated/client.ts';
import type { LineKey } from './scope.ts';

const { sql } = Prisma;

/** `<expression> AS line_product, …` for each key, with a comma behind; nothing without keys. */
export const lineColumns = (keys: readonly LineKey[]): Prisma.Sql =>
  keys.length ? sql`${Prisma.join(keys.map((key) => sql`${key.sql} AS ${Prisma.raw(key.column)}`))},` : Prisma.empty;

/** The same columns of a table that has them already, each with a comma before it. */
export const columnsOf = (table: string, keys: readonly LineKey[]): Prisma.Sql =>
  keys.length ? sql`, ${Prisma.raw(keys.map(({ column }) => `${table}.${column}`).join(', '))}` : Prisma.empty;
