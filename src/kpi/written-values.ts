import type { Database } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

/** What people wrote in a dimension, each spelling once; of a customer its id, and its name as words. */
export interface WrittenValue {
  by: 'source' | 'country' | 'campaign' | 'segment' | 'place' | 'competitor' | 'customer';
  key: string;
  words: string;
}

/** More values than this are no list that people choose from. */
const MOST = 2000;
/** Of the customers a question can mean, those with the longest names: "Acme Nord" rather than "Acme". */
const MOST_CUSTOMERS = 50;

const { sql } = Prisma;

/** The sources, countries, campaigns, segments, places and competitors that records name, and the customers that `question` does. */
export async function writtenValues(db: Database, workspaceId: string, question: string): Promise<WrittenValue[]> {
  const of = (table: Prisma.Sql) => sql`FROM ${table} WHERE workspace_id = ${workspaceId}::uuid`;
  const [written, customers] = await Promise.all([
    db.$queryRaw<WrittenValue[]>`
      SELECT by, key, key AS words FROM (
        SELECT 'source' AS by, lead_source AS key ${of(sql`leads`)}
        UNION SELECT 'country', country ${of(sql`leads`)}
        UNION SELECT 'campaign', campaign ${of(sql`leads`)}
        UNION SELECT 'country', country ${of(sql`customers`)}
        UNION SELECT 'segment', segment ${of(sql`customers`)}
        UNION SELECT 'competitor', competitor ${of(sql`deals`)}
        UNION SELECT 'place', place FROM (${places(workspaceId)}) visited
      ) written WHERE key IS NOT NULL ORDER BY by, key LIMIT ${MOST}`,
    db.$queryRaw<WrittenValue[]>`
      SELECT 'customer' AS by, id::text AS key, name AS words ${of(sql`customers`)}
        AND name <> '' AND position(lower(name) IN lower(${question})) > 0
      ORDER BY length(name) DESC, name, id LIMIT ${MOST_CUSTOMERS}`,
  ]);
  return [...written, ...customers];
}

/** Activities are many and their places few: each is found by one step of an index from the one before it. */
const places = (workspaceId: string) => sql`
  WITH RECURSIVE visited AS (
    (SELECT place FROM activities WHERE workspace_id = ${workspaceId}::uuid AND place IS NOT NULL ORDER BY place LIMIT 1)
    UNION ALL
    SELECT (SELECT a.place FROM activities a WHERE a.workspace_id = ${workspaceId}::uuid AND a.place > visited.place ORDER BY a.place LIMIT 1)
    FROM visited WHERE visited.place IS NOT NULL
  ) SELECT place FROM visited LIMIT ${MOST}`;
