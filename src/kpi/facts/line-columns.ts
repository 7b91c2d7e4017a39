import { Prisma } from '../../db/generated/client.ts';
import type { LineKey } from './scope.ts';

const { sql } = Prisma;

/** `<expression> AS line_product, …`, with a trailing comma; empty without keys. */
export const lineColumns = (keys: readonly LineKey[]): Prisma.Sql =>
  keys.length ? sql`${Prisma.join(keys.map((key) => sql`${key.sql} AS ${Prisma.raw(key.column)}`))},` : Prisma.empty;

/** The same columns read from a table that has them, each with a leading comma. */
export const columnsOf = (table: string, keys: readonly LineKey[]): Prisma.Sql =>
  keys.length ? sql`, ${Prisma.raw(keys.map(({ column }) => `${table}.${column}`).join(', '))}` : Prisma.empty;
