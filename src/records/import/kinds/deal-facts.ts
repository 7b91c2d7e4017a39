import type { ImportContext } from '../kind.ts';
import type { When } from '../moment.ts';
import { type Money, moneyOf } from '../money.ts';
import { naturalKey } from '../natural-key.ts';
import { type RowReader, vocabulary } from '../row-reader.ts';

export type DealStatus = 'open' | 'won' | 'lost';

export interface LineFacts {
  product: string;
  quantity: string | null;
  unitPrice: string | null;
  unitCost: string | null;
  kind: string | null;
}

/** What a row tells of its deal; rows of one deal agree on all but the line. */
export interface DealFacts {
  name: string | null;
  status: DealStatus;
  /** A stage on the way; none for a deal that is closed. */
  stage: string | null;
  /** 0–1 */
  probability: string | null;
  owner: string | null;
  customer: string | null;
  lead: string | null;
  region: string | null;
  money: Money | null;
  opened: When | null;
  proposal: When | null;
  closed: When | null;
  lossReason: string | null;
  competitor: string | null;
  soldVia: string | null;
}

const statuses = vocabulary({
  won: ['closed won', 'win', 'closed (won)', 'success', 'successful', 'sold', 'signed'],
  lost: ['closed lost', 'loss', 'closed (lost)', 'abandoned', 'rejected', 'failed', 'dead'],
  open: ['in progress', 'active', 'pending', 'ongoing'],
});

const kinds = vocabulary({
  new: ['new business', 'new customer', 'first'],
  upsell: ['up-sell', 'expansion', 'upgrade'],
  cross_sell: ['cross-sell', 'crossselling'],
  renewal: ['renew', 'extension'],
  repeat: ['existing', 'existing business', 'existing customer', 'reorder'],
});

export function readDeal(row: RowReader, context: ImportContext) {
  const { given } = context;
  const name = row.text('name');
  const customer = row.text('customer');
  const { status, stage } = readStage(row, given);
  const closed = status === 'open' ? null : row.date('closed');
  if (status !== 'open' && !closed && !row.problems.some(({ reason }) => reason === 'no_date'))
    row.bad('closed', 'closed_when', status);
  const probability = row.number('probability', { least: 0, most: 100 });
  const facts: DealFacts = {
    name,
    status,
    stage,
    probability: probability && share(probability),
    owner: row.text('owner'),
    customer,
    lead: row.text('lead'),
    region: row.text('region'),
    money: moneyOf(row, 'amount', context),
    opened: row.date('opened'),
    proposal: row.date('proposal'),
    closed,
    lossReason: row.text('loss_reason'),
    competitor: row.text('competitor'),
    soldVia: row.text('sold_via'),
  };
  const product = row.text('product');
  const line = product === null ? null : { product, ...readLine(row) };
  const key = given.has('id')
    ? row.text('id', { required: true })
    : naturalKey(row.text('name', { required: true }), customer);
  return { facts: { deal: facts, line }, key };
}

const readLine = (row: RowReader): Omit<LineFacts, 'product'> => ({
  quantity: row.number('quantity', { least: 0 })?.value ?? null,
  unitPrice: row.number('unit_price', { least: 0 })?.value ?? null,
  unitCost: row.number('unit_cost', { least: 0 })?.value ?? null,
  kind: row.choice('kind', kinds),
});

/** `Won` and `Closed Lost` are how a deal ended; every other stage is one that an open deal is in. */
function readStage(row: RowReader, given: ReadonlySet<string>): { status: DealStatus; stage: string | null } {
  const stage = row.text('stage', { required: given.has('stage') && !given.has('status') });
  const ended = stage === null ? undefined : statuses.get(bare(stage));
  const status = given.has('status') ? (row.choice('status', statuses) ?? ended ?? 'open') : (ended ?? 'open');
  return { status, stage: status === 'open' && ended === undefined ? stage : null };
}

const bare = (stage: string) => stage.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** `60 %`, `60` and `0.6` are the same probability; 1 is certain. */
function share({ value, percent }: { value: string; percent: boolean }): string {
  return percent || Number(value) > 1 ? String(Number(value) / 100) : value;
}
