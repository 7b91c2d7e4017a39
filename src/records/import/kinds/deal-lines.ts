import { Prisma } from '../../../db/generated/client.ts';
import { minorUnits } from '../../../language/money.ts';
import { shareAmount } from '../../share-amount.ts';
import type { ImportContext } from '../kind.ts';
import type { Money } from '../money.ts';
import type { LineFacts } from './deal-facts.ts';

/** A line of a deal as it is stored. */
export interface DealLine {
  position: number;
  product_id: string;
  quantity: string;
  unit_price: string | null;
  unit_cost: string | null;
  /** Whether the file told the cost itself. */
  cost_told: boolean;
  kind: string | null;
  amount: string | null;
}

export interface ProductCost {
  unitCost: string | null;
  currency: string | null;
}

/**
 * A deal's lines share its amount by quantity × price. A line without a quantity is one piece; without a price, a lone
 * line's price is what the deal brought for a piece. Without a cost it is the product's, if that is in the deal's currency.
 */
export function dealLines(
  lines: readonly (LineFacts & { productId: string })[],
  money: Money | null,
  costs: ReadonlyMap<string, ProductCost>,
) {
  const weights = lines.map(({ quantity, unitPrice }) =>
    unitPrice === null ? null : product(quantity ?? '1', unitPrice),
  );
  const shares = money ? shareAmount(money.amount, weights, minorUnits(money.currency)) : [];
  return lines.map((line, position): DealLine => {
    const quantity = line.quantity ?? '1';
    const cost = costs.get(line.productId);
    const comparable = cost && (cost.currency === null || cost.currency === money?.currency);
    const lonePrice = lines.length === 1 && money && Number(quantity) > 0 ? perPiece(money.amount, quantity) : null;
    return {
      position: position + 1,
      product_id: line.productId,
      quantity,
      unit_price: line.unitPrice ?? lonePrice,
      unit_cost: line.unitCost ?? (comparable ? cost.unitCost : null),
      cost_told: line.unitCost !== null,
      kind: line.kind,
      amount: shares[position] ?? null,
    };
  });
}

/** The exact product of two decimals that are not negative. */
function product(one: string, other: string): string {
  const [whole = '0', decimals = ''] = one.split('.');
  const [otherWhole = '0', otherDecimals = ''] = other.split('.');
  const digits = decimals.length + otherDecimals.length;
  const text = (BigInt(whole + decimals) * BigInt(otherWhole + otherDecimals)).toString().padStart(digits + 1, '0');
  return digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text;
}

const perPiece = (amount: string, quantity: string) =>
  quantity === '1' ? amount : String(Math.round((Number(amount) / Number(quantity)) * 1e4) / 1e4);

const BATCH = Prisma.sql`batch(
  deal_id uuid, position smallint, product_id uuid, quantity numeric(20,4), unit_price numeric(20,4),
  unit_cost numeric(20,4), cost_told boolean, kind text, amount numeric(20,4))`;
const COLUMNS = Prisma.sql`deal_id, position, product_id, quantity, unit_price, unit_cost, kind, amount`;

type LinesByDeal = ReadonlyMap<string, readonly DealLine[]>;
const asJson = (lines: LinesByDeal) =>
  JSON.stringify([...lines].flatMap(([deal_id, ofDeal]) => ofDeal.map((line) => ({ deal_id, ...line }))));

/** Stores the lines of new deals. */
export async function addLines({ tx, workspace }: ImportContext, lines: LinesByDeal): Promise<void> {
  if (lines.size === 0) return;
  await tx.$executeRaw`
    INSERT INTO deal_lines (workspace_id, id, ${COLUMNS})
    SELECT ${workspace.id}::uuid, gen_random_uuid(), ${COLUMNS} FROM json_to_recordset(${asJson(lines)}::json) AS ${BATCH}`;
}

/** Stores the lines of deals that are known, where they are not so already. Returns the deals whose lines changed. */
export async function replaceLines({ tx, workspace }: ImportContext, lines: LinesByDeal): Promise<string[]> {
  if (lines.size === 0) return [];
  // A product's new cost does not change what was sold before: only a cost that the file tells replaces one that is known.
  const changed = await tx.$queryRaw<{ id: string }[]>`
    WITH wanted AS (
      SELECT * FROM json_to_recordset(${asJson(lines)}::json) AS ${BATCH}
    ), stored AS (
      SELECT * FROM deal_lines WHERE workspace_id = ${workspace.id}::uuid AND deal_id = ANY(${[...lines.keys()]}::uuid[])
    ), different AS (
      SELECT DISTINCT coalesce(w.deal_id, s.deal_id) AS deal_id
      FROM wanted w FULL JOIN stored s ON s.deal_id = w.deal_id AND s.position = w.position
      WHERE (w.product_id, w.quantity, w.unit_price, w.kind, w.amount) IS DISTINCT FROM (s.product_id, s.quantity, s.unit_price, s.kind, s.amount)
        OR ((w.cost_told OR s.unit_cost IS NULL) AND w.unit_cost IS DISTINCT FROM s.unit_cost)
    ), removed AS (
      DELETE FROM deal_lines l USING different d WHERE l.workspace_id = ${workspace.id}::uuid AND l.deal_id = d.deal_id
    ), added AS (
      INSERT INTO deal_lines (workspace_id, id, ${COLUMNS})
      SELECT ${workspace.id}::uuid, gen_random_uuid(), ${COLUMNS}
      FROM wanted WHERE deal_id IN (SELECT deal_id FROM different)
    )
    SELECT deal_id AS id FROM different`;
  return changed.map(({ id }) => id);
}
