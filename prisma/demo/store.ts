import type { Transaction } from '../../src/db/client.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { DEMO_SOURCE } from './people-rows.ts';
import type { World } from './world.ts';

/** Rows whose ids stay from day to day, in the order in which they point to each other. */
const lasting = [
  ...(['regions', 'offices', 'members', 'teams', 'memberships', 'products', 'stages'] as const),
  ...(['customers', 'leads', 'deals', 'targets'] as const),
];
/** Whom people themselves may have changed since: their role, their office, when it is open. */
const kept = new Set<keyof World>(['offices', 'members', 'teams']);
/** Rows that nothing points to: the earlier ones go and the new ones come. */
const passing = [
  ...(['product_prices', 'customer_owners', 'lead_states', 'deal_lines', 'deal_states', 'activities'] as const),
  ...(['expenses', 'competitor_prices', 'survey_answers'] as const),
];

/**
 * Writes the demo, over the one of an earlier day if there is one. What came from elsewhere stays: activities logged
 * by hand, imported records, goals that somebody said, what was changed of people and offices.
 */
export async function writeWorld(tx: Transaction, workspaceId: string, world: World): Promise<void> {
  await deletePassing(tx, workspaceId);
  const memberships = await untouched(tx, workspaceId, world.memberships);
  const people = { ...world, memberships };
  for (const table of lasting) await write(tx, workspaceId, table, people[table], kept.has(table) ? 'keep' : 'replace');
  // While there are no activities and answers of the demo: a deal that goes is looked for in all that could point to it.
  await deleteVanished(tx, workspaceId, world);
  for (const table of passing) await write(tx, workspaceId, table, world[table], 'replace');
  await write(tx, workspaceId, 'currency_rates', world.currency_rates, 'keep');
}

/** The posts of those whose own were not changed by anybody: what is written by hand has an id that the demo does not know. */
async function untouched<Row extends { id: string; memberId: string }>(
  tx: Transaction,
  workspaceId: string,
  rows: readonly Row[],
): Promise<Row[]> {
  const foreign = { workspaceId, id: { notIn: rows.map(({ id }) => id) } };
  const touched = await tx.membership.findMany({ where: foreign, select: { memberId: true } });
  return rows.filter(({ memberId }) => !touched.some((each) => each.memberId === memberId));
}

/** One statement for the whole table: the rows travel as JSON and PostgreSQL reads them by the table's own types. */
async function write(
  tx: Transaction,
  workspaceId: string,
  table: keyof World,
  rows: readonly object[],
  existing: 'replace' | 'keep',
): Promise<void> {
  const keys = Object.keys(rows[0] ?? {});
  if (keys.length === 0) return;
  const columnOf = new Map(keys.map((key) => [key, inSnakeCase(key)]));
  const columns = Prisma.raw([...columnOf.values()].join(', '));
  const updates = [...columnOf.values()]
    .filter((name) => name !== 'id')
    .map((name) => `${name} = excluded.${name}`)
    .join(', ');
  const conflict = Prisma.raw(existing === 'replace' ? `(workspace_id, id) DO UPDATE SET ${updates}` : 'DO NOTHING');
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf.get(key), value]))),
  );
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(table)} (workspace_id, ${columns})
    SELECT ${workspaceId}::uuid, ${columns} FROM json_populate_recordset(NULL::${Prisma.raw(table)}, ${json}::json)
    ON CONFLICT ${conflict}`;
}

const inSnakeCase = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

async function deletePassing(tx: Transaction, workspaceId: string): Promise<void> {
  const ofDemo = { workspaceId, source: DEMO_SOURCE };
  await tx.activity.deleteMany({ where: ofDemo });
  await tx.productPrice.deleteMany({ where: { workspaceId, product: ofDemo } });
  await tx.customerOwner.deleteMany({ where: { workspaceId, customer: ofDemo } });
  await tx.dealLine.deleteMany({ where: { workspaceId, deal: ofDemo } });
  await tx.dealState.deleteMany({ where: { workspaceId, deal: ofDemo } });
  await tx.leadState.deleteMany({ where: { workspaceId, lead: ofDemo } });
  await tx.expense.deleteMany({ where: ofDemo });
  await tx.competitorPrice.deleteMany({ where: ofDemo });
  await tx.surveyAnswer.deleteMany({ where: ofDemo });
}

/** Deals, leads and customers that the earlier days had and this one has not; what points to them from elsewhere points to nothing. */
async function deleteVanished(tx: Transaction, workspaceId: string, world: World): Promise<void> {
  const isGone = (rows: readonly { id: string }[]) => ({
    workspaceId,
    source: DEMO_SOURCE,
    id: { notIn: rows.map(({ id }) => id) },
  });
  const idsOf = (rows: { id: string }[]) => ({ in: rows.map(({ id }) => id) });

  const dealId = idsOf(await tx.deal.findMany({ where: isGone(world.deals), select: { id: true } }));
  await tx.activity.updateMany({ where: { workspaceId, dealId }, data: { dealId: null } });
  await tx.deal.deleteMany({ where: { workspaceId, id: dealId } });

  const leadId = idsOf(await tx.lead.findMany({ where: isGone(world.leads), select: { id: true } }));
  await tx.activity.updateMany({ where: { workspaceId, leadId }, data: { leadId: null } });
  await tx.deal.updateMany({ where: { workspaceId, leadId }, data: { leadId: null } });
  await tx.lead.deleteMany({ where: { workspaceId, id: leadId } });

  const customerId = idsOf(await tx.customer.findMany({ where: isGone(world.customers), select: { id: true } }));
  await tx.activity.updateMany({ where: { workspaceId, customerId }, data: { customerId: null } });
  await tx.deal.updateMany({ where: { workspaceId, customerId }, data: { customerId: null } });
  await tx.lead.updateMany({ where: { workspaceId, customerId }, data: { customerId: null } });
  await tx.surveyAnswer.updateMany({ where: { workspaceId, customerId }, data: { customerId: null } });
  await tx.customer.deleteMany({ where: { workspaceId, id: customerId } });
}
