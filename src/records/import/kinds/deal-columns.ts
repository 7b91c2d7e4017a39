import type { TableColumn } from '../upsert.ts';

type DealColumn = TableColumn & { field: string };
const column = (field: string, name: string, type: string, onUpdate?: string): DealColumn => ({
  field,
  name,
  type,
  ...(onUpdate ? { onUpdate } : {}),
});

/**
 * Who an event belongs to. It keeps its owner once it has happened; a new one is the owner's the file names. A deal
 * that closes anew (reopened, or won after all) belongs to the owner of that closing.
 */
const ownerOf = (event: string, same = 'true') =>
  `CASE WHEN excluded.${event}_on IS NULL THEN NULL
    WHEN existing.${event}_on IS NOT NULL AND ${same} THEN coalesce(existing.${event}_owner_id, excluded.${event}_owner_id)
    ELSE coalesce(excluded.${event}_owner_id, existing.owner_id) END`;

/** The table's columns, by the field that tells them: what a file does not tell stays as it is. */
export const dealColumns: readonly DealColumn[] = [
  column('always', 'name', 'text'),
  column('always', 'status', 'text'),
  column('stage', 'stage_id', 'uuid'),
  column('customer', 'customer_id', 'uuid'),
  column('lead', 'lead_id', 'uuid'),
  column('owner', 'owner_id', 'uuid'),
  column('region', 'region_id', 'uuid'),
  column('amount', 'amount', 'numeric(20,4)'),
  column('amount', 'currency', 'char(3)'),
  column('loss_reason', 'loss_reason', 'text'),
  column('competitor', 'competitor', 'text'),
  column('sold_via', 'sold_via', 'text'),
  column('opened', 'opened_at', 'timestamptz'),
  column('opened', 'opened_on', 'date'),
  column('opened', 'opened_owner_id', 'uuid', ownerOf('opened')),
  column('proposal', 'proposal_at', 'timestamptz'),
  column('proposal', 'proposal_on', 'date'),
  column('proposal', 'proposal_owner_id', 'uuid', ownerOf('proposal')),
  column('always', 'closed_at', 'timestamptz'),
  column('always', 'closed_on', 'date'),
  column('always', 'closed_owner_id', 'uuid', ownerOf('closed', 'existing.status = excluded.status')),
];
