import { Prisma } from '../db/generated/client.ts';
import type { Measure } from './measure.ts';

const { sql } = Prisma;

/** A measure as a column of a statement that groups the rows `f`. */
export function aggregateOf({ rows, takes }: Measure): Prisma.Sql {
  const those = sql`FILTER (WHERE ${rows})`;
  switch (takes.kind) {
    case 'count':
      return sql`count(f.day) ${those}`;
    case 'distinct':
      return sql`count(DISTINCT ${takes.of}) ${those}`;
    case 'sum':
      return takes.ofNothing === 0 ? sql`coalesce(sum(${takes.of}) ${those}, 0)` : sql`sum(${takes.of}) ${those}`;
    case 'median':
      return sql`percentile_cont(0.5) WITHIN GROUP (ORDER BY (${takes.of})::float8) ${those}`;
    case 'currencies':
      return sql`array_agg(f.currency) ${those}`;
    case 'currency_lists':
      return sql`string_to_array(string_agg(array_to_string(${takes.of}, ','), ',') ${those}, ',')`;
  }
}
