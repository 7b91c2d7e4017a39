import type { Database } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

/** What people wrote in a dimension, each spelling once; of customers of one name their ids, and the name as words. */
export interface WrittenValue {
  by: 'source' | 'country' | 'campaign' | 'segment' | 'place' | 'competitor' | 'customer';
  keys: string[];
  words: string;
}

/** More values of a dimension than this are no list that people choose from; those of another dimension are not fewer for it. */
const MOST = 2000;
/** Of the customers' names a question can mean, the longest: "Acme Nord" rather than "Acme". Everybody of a name counts. */
const MOST_NAMES = 50;

const { sql } = Prisma;

/** The sources, countries, campaigns, segments, places and competitors that records name, and the customers that `question` does. */
export async function writtenValues(db: Database, workspaceId: string, question: string): Promise<WrittenValue[]> {
  const of = (table: Prisma.Sql) => sql`FROM ${table} WHERE workspace_id = ${workspaceId}::uuid`;
  const [written, customers] = await Promise.all([
    db.$queryRaw<WrittenValue[]>`
      SELECT by, ARRAY[key] AS keys, key AS words FROM (
        SELECT by, key, row_number() OVER (PARTITION BY by ORDER BY key) AS nth FROM (
        SELECT 'source' AS by, lead_source AS key ${of(sql`leads`)}
        UNION SELECT 'country', country ${of(sql`leads`)}
        UNION SELECT 'campaign', campaign ${of(sql`leads`)}
        UNION SELECT 'country', country ${of(sql`customers`)}
        UNION SELECT 'segment', segment ${of(sql`customers`)}
        UNION SELECT 'competitor', competitor ${of(sql`deals`)}
        UNION SELECT 'competitor', competitor ${of(sql`competitor_prices`)}
        UNION SELECT 'place', place FROM (${places(workspaceId)}) visited
        ) written WHERE key IS NOT NULL
      ) counted WHERE nth <= ${MOST} ORDER BY by, key`,
    db.$queryRaw<WrittenValue[]>`
      SELECT 'customer' AS by, array_agg(id::text ORDER BY id) AS keys, min(name) AS words ${of(sql`customers`)}
        AND name <> '' AND position(lower(name) IN lower(${question})) > 0
      GROUP BY lower(name) ORDER BY length(lower(name)) DESC, lower(name) LIMIT ${MOST_NAMES}`,
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
