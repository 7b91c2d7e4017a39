import { type Book, openBook } from './book.ts';
import type { ImportContext } from './kind.ts';
import { spelled } from './name-index.ts';

/** The external id of records known only because a row mentioned their name; a file of their own takes them over. */
export const MENTIONED = 'mentioned:';

const ofWorkspace = ({ workspace }: ImportContext) => ({
  where: { workspaceId: workspace.id },
  orderBy: { id: 'asc' as const },
});

export async function membersBook(context: ImportContext): Promise<Book> {
  const members = await context.tx.member.findMany({
    ...ofWorkspace(context),
    select: { id: true, name: true, email: true },
  });
  const known = members.map(({ id, name, email }) => ({ id, name, ...(email ? { alias: email } : {}) }));
  return openBook(context, 'member', known, (newcomers) =>
    context.tx.member.createMany({
      data: newcomers.map((member) => ({ ...member, workspaceId: context.workspace.id })),
    }),
  );
}

export async function teamsBook(context: ImportContext): Promise<Book> {
  const teams = await context.tx.team.findMany({ ...ofWorkspace(context), select: { id: true, name: true } });
  return openBook(context, 'team', teams, (newcomers) =>
    context.tx.team.createMany({ data: newcomers.map((team) => ({ ...team, workspaceId: context.workspace.id })) }),
  );
}

export async function regionsBook(context: ImportContext): Promise<Book> {
  const regions = await context.tx.region.findMany({ ...ofWorkspace(context), select: { id: true, name: true } });
  return openBook(context, 'region', regions, (newcomers) =>
    context.tx.region.createMany({
      data: newcomers.map((region) => ({ ...region, workspaceId: context.workspace.id })),
    }),
  );
}

export async function customersBook(context: ImportContext): Promise<Book> {
  const select = { id: true, name: true, source: true, externalId: true };
  const customers = await context.tx.customer.findMany({ ...ofWorkspace(context), select });
  return openBook(context, 'customer', customers.map(withAlias(context)), (newcomers) =>
    context.tx.customer.createMany({ data: newcomers.map(mentioned(context)) }),
  );
}

export async function productsBook(context: ImportContext): Promise<Book> {
  const select = { id: true, name: true, source: true, externalId: true };
  const products = await context.tx.product.findMany({ ...ofWorkspace(context), select });
  return openBook(context, 'product', products.map(withAlias(context)), (newcomers) =>
    context.tx.product.createMany({ data: newcomers.map(mentioned(context)) }),
  );
}

/** A record can also be named by its external id, if that is from the same source. */
const withAlias =
  ({ source: ours }: ImportContext) =>
  ({ id, name, source, externalId }: { id: string; name: string; source: string; externalId: string }) =>
    source === ours ? { id, name, preferred: true, alias: externalId } : { id, name };

const mentioned =
  ({ workspace, source }: ImportContext) =>
  ({ id, name }: { id: string; name: string }) => ({
    workspaceId: workspace.id,
    id,
    name,
    source,
    externalId: `${MENTIONED}${spelled(name)}`,
  });
