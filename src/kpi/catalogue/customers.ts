import { Prisma } from '../../db/generated/client.ts';
import type { Measure } from '../definition.ts';

const { sql } = Prisma;

const customers = (id: string, condition: Prisma.Sql): Measure => ({
  id,
  fact: 'customer',
  sql: sql`count(DISTINCT f.customer_id) FILTER (WHERE ${condition})`,
});

export const newCustomers = customers('customers_new', sql`f.is_new`);
