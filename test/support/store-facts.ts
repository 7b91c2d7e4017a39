/** Puts facts into a workspace of their own. */
import type { Database } from '../../src/db/client.ts';
import type { Workspace } from '../../src/people/workspace.ts';
import { type Kind, rowsOf } from './fact-rows.ts';
import type { Facts } from './facts.ts';

export interface Stored {
  workspace: Workspace;
  /** The id of what goes by a name; the same in every workspace. */
  id(kind: Kind, name: string): string;
  /** The name of an id; what is no id (a type, a day) stays as it is. */
  nameOf(key: string): string;
}

/** `arrange` decides in which order the rows of a table are written. */
export async function storeFacts(
  db: Database,
  facts: Facts,
  arrange: <T>(rows: T[]) => T[] = (rows) => rows,
): Promise<Stored> {
  const workspace = await db.workspace.create({ data: { name: 'Northwind', ...facts.workspace } });
  const { id, nameOf, ...rows } = rowsOf(facts, workspace);
  await db.region.createMany({ data: arrange(rows.regions) });
  await db.office.createMany({ data: arrange(rows.offices) });
  await db.member.createMany({ data: arrange(rows.members) });
  await db.team.createMany({ data: arrange(rows.teams) });
  await db.membership.createMany({ data: arrange(rows.memberships) });
  await db.product.createMany({ data: arrange(rows.products) });
  await db.productPrice.createMany({ data: arrange(rows.listPrices) });
  await db.stage.createMany({ data: arrange(rows.stages) });
  await db.customer.createMany({ data: arrange(rows.customers) });
  await db.lead.createMany({ data: arrange(rows.leads) });
  await db.leadState.createMany({ data: arrange(rows.leadStates) });
  await db.deal.createMany({ data: arrange(rows.deals) });
  await db.dealLine.createMany({ data: arrange(rows.lines) });
  await db.dealState.createMany({ data: arrange(rows.dealStates) });
  await db.activity.createMany({ data: arrange(rows.activities) });
  await db.expense.createMany({ data: arrange(rows.expenses) });
  await db.surveyAnswer.createMany({ data: arrange(rows.answers) });
  await db.competitorPrice.createMany({ data: arrange(rows.prices) });
  await db.specialDay.createMany({ data: arrange(rows.specialDays) });
  await db.target.createMany({ data: arrange(rows.targets) });
  await db.currencyRate.createMany({ data: arrange(rows.rates) });
  return { workspace, id, nameOf };
}
