import { Prisma } from '../../db/generated/client.ts';
import type { FactScope } from './scope.ts';

/**
 * The latest rate on or before a day from a currency into the workspace's; null without one: the amount is left out.
 */
export const rateOf = (
  { workspaceId, currency: ours }: Pick<FactScope, 'workspaceId' | 'currency'>,
  currency: Prisma.Sql,
  day: Prisma.Sql,
): Prisma.Sql => Prisma.sql`CASE WHEN ${currency} = ${ours} THEN 1 ELSE (
  SELECT r.rate FROM currency_rates r
  WHERE r.workspace_id = ${workspaceId}::uuid AND r.base = ${ours} AND r.currency = ${currency} AND r.day <= ${day}
  ORDER BY r.day DESC LIMIT 1) END`;
