import type { Book } from '../book.ts';
import { customersBook, membersBook, productsBook, regionsBook } from '../books.ts';
import { kind, type ReadRow } from '../kind.ts';
import { idsByReference } from '../lookup.ts';
import { recordDealStates } from '../states.ts';
import { idsOf, upsertRecords } from '../upsert.ts';
import { dealColumns } from './deal-columns.ts';
import { type DealFacts, type LineFacts, readDeal } from './deal-facts.ts';
import { dealFields } from './deal-fields.ts';
import { addLines, type DealLine, dealLines, type ProductCost, replaceLines } from './deal-lines.ts';
import { openStages } from './stages.ts';

interface DealRow {
  deal: DealFacts;
  line: LineFacts | null;
}

/** The rows of one deal. */
interface Deal {
  first: ReadRow<DealRow>;
  lines: { row: ReadRow<DealRow>['row']; line: LineFacts }[];
}

export const deals = kind<DealRow>({
  name: 'deals',
  tables: ['deals', 'deal_lines', 'deal_states'],
  batch: 1000,
  grouped: true,
  required: [
    ['stage', 'status'],
    ['id', 'name'],
  ],
  fields: dealFields,
  async open(context) {
    const { tx, workspace, source, given, today } = context;
    const [members, customers, products, regions] = [
      await membersBook(context),
      await customersBook(context),
      await productsBook(context),
      await regionsBook(context),
    ];
    const stages = await openStages(context);
    const costs = await productCosts();
    const place = { table: 'deals', workspaceId: workspace.id, source };
    const columns = dealColumns.filter(
      ({ field }) => field === 'always' || given.has(field) || (field === 'stage' && given.has('status')),
    );

    async function productCosts(): Promise<Map<string, ProductCost>> {
      const known = await tx.product.findMany({
        where: { workspaceId: workspace.id },
        select: { id: true, unitCost: true, currency: true },
      });
      return new Map(
        known.map(({ id, unitCost, currency }) => [id, { unitCost: unitCost?.toFixed() ?? null, currency }]),
      );
    }

    const recordOf = ({ row, facts: { deal, line }, key }: ReadRow<DealRow>, leads: ReadonlyMap<string, string>) => {
      const ownerId = members.idOf(row, 'owner', deal.owner);
      if (deal.lead !== null && !leads.has(deal.lead)) row.bad('lead', 'no_lead');
      const described = [deal.customer, line?.product].filter(Boolean).join(' – ');
      return {
        external_id: key ?? '',
        name: deal.name ?? (described || (key ?? '')),
        status: deal.status,
        stage_id: stages.idOf(deal.stage, deal.probability),
        customer_id: customers.idOf(row, 'customer', deal.customer),
        lead_id: deal.lead && (leads.get(deal.lead) ?? null),
        owner_id: ownerId,
        region_id: regions.idOf(row, 'region', deal.region),
        amount: deal.money?.amount ?? null,
        currency: deal.money?.currency ?? null,
        loss_reason: deal.lossReason,
        competitor: deal.competitor,
        sold_via: deal.soldVia,
        ...eventColumns('opened', deal.opened, ownerId),
        ...eventColumns('proposal', deal.proposal, ownerId),
        ...eventColumns('closed', deal.closed, ownerId),
      };
    };

    return {
      read: (row) => readDeal(row, context),
      async write(rows) {
        const leads = await idsByReference(
          tx,
          { ...place, table: 'leads' },
          rows.map(({ facts }) => facts.deal.lead),
        );
        const read = dealsOf(rows).map((deal) => ({
          deal,
          record: recordOf(deal.first, leads),
          lines: linesOf(deal, products),
        }));
        const good = read.filter(({ deal }) => deal.first.row.problems.length === 0);
        for (const book of [members, customers, products, regions, stages]) await book.flush();

        const written = await upsertRecords(
          tx,
          { ...place, columns },
          good.map(({ record }) => record),
        );
        const ids = await idsOf(
          tx,
          place,
          good.map(({ record }) => record.external_id),
        );
        const isNew = new Set(written.filter((row) => row.inserted).map(({ id }) => id));
        const [newLines, knownLines] = [new Map<string, DealLine[]>(), new Map<string, DealLine[]>()];
        for (const { deal, record, lines } of given.has('product') ? good : []) {
          const id = ids.get(record.external_id) ?? '';
          (isNew.has(id) ? newLines : knownLines).set(id, dealLines(lines, deal.first.facts.deal.money, costs));
        }
        await addLines(context, newLines);
        const relined = await replaceLines(context, knownLines);
        await recordDealStates(tx, workspace.id, written, today);

        const touched = new Set([...written.map(({ id }) => id), ...relined]);
        return { inserted: isNew.size, updated: touched.size - isNew.size, unchanged: good.length - touched.size };
      },
    };
  },
});

const eventColumns = (event: string, when: DealFacts['opened'], ownerId: string | null) => ({
  [`${event}_at`]: when?.at ?? null,
  [`${event}_on`]: when?.on ?? null,
  [`${event}_owner_id`]: when && ownerId,
});

/** Rows next to each other with one id are the lines of one deal, if they agree on the rest and differ in the line. */
function dealsOf(rows: readonly ReadRow<DealRow>[]): Deal[] {
  const byKey = new Map<string, Deal>();
  for (const read of rows) {
    const key = read.key ?? '';
    const { deal: facts, line } = read.facts;
    const deal = byKey.get(key);
    if (!deal) byKey.set(key, { first: read, lines: line ? [{ row: read.row, line }] : [] });
    else if (!same(deal.first.facts.deal, facts)) read.row.bad('id', 'told_otherwise', String(deal.first.row.line));
    else if (!line || deal.lines.some((other) => same(other.line, line)))
      read.row.bad('id', 'repeated', String(deal.first.row.line));
    else deal.lines.push({ row: read.row, line });
  }
  return [...byKey.values()];
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function linesOf({ lines }: Deal, products: Book) {
  return lines.flatMap(({ row, line }) => {
    const productId = products.idOf(row, 'product', line.product);
    return productId ? [{ ...line, productId }] : [];
  });
}
