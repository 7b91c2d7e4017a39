import type { Database } from '../db/client.ts';

/** What people wrote in a dimension, each spelling once. */
export interface WrittenValue {
  by: 'source' | 'country' | 'competitor';
  key: string;
}

/** More values than this are no list that people choose from. */
const MOST = 2000;

/** The sources, countries and competitors that a workspace's records name. */
export const writtenValues = (db: Database, workspaceId: string): Promise<WrittenValue[]> => db.$queryRaw`
  SELECT by, key FROM (
    SELECT 'source' AS by, lead_source AS key FROM leads WHERE workspace_id = ${workspaceId}::uuid
    UNION SELECT 'country', country FROM leads WHERE workspace_id = ${workspaceId}::uuid
    UNION SELECT 'country', country FROM customers WHERE workspace_id = ${workspaceId}::uuid
    UNION SELECT 'competitor', competitor FROM deals WHERE workspace_id = ${workspaceId}::uuid
  ) written WHERE key IS NOT NULL ORDER BY by, key LIMIT ${MOST}`;
