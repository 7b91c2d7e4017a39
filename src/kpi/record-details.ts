import { plainDateOf } from '../calendar/js-date.ts';
import type { Database } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { dayAndMonth } from '../language/dates.ts';
import { figureText } from '../language/figures.ts';
import { text, textIfAny } from '../language/text.ts';
import { calendarSettings, type Workspace } from '../people/workspace.ts';
import type { Asking } from './evaluate.ts';
import { DAYS_OF_USE } from './facts/price.ts';
import type { Fact } from './measure.ts';
import type { ListedRow } from './record-statement.ts';

export type RecordKind =
  | 'activity'
  | 'lead'
  | 'deal'
  | 'line'
  | 'customer'
  | 'answer'
  | 'expense'
  | 'product'
  | 'person';

/** What a record is called, and what it is that makes it count. */
export interface RecordDetails {
  kind: RecordKind;
  id: string;
  name: string;
  /** The customer it concerns, unless it is one. */
  customer: string | null;
  /** What happened to it: "won, reopened before", "call · answered"; empty where being it is all. */
  why: string;
}

/** What is looked up of a record. */
interface Found {
  name: string;
  customer?: string | null;
  why?: (string | null | undefined)[];
}

const kinds: Record<Exclude<Fact, 'state' | 'customer_month' | 'pulse'>, RecordKind> = {
  activity: 'activity',
  lead: 'lead',
  lead_state: 'lead',
  deal: 'deal',
  line: 'line',
  customer: 'customer',
  answer: 'answer',
  price: 'product',
  expense: 'expense',
  headcount: 'person',
};

function kindOf({ fact, is_deal }: ListedRow): RecordKind {
  if (fact === 'state') return is_deal ? 'deal' : 'lead';
  if (fact === 'customer_month') return is_deal ? 'deal' : 'customer';
  // What a survey has published has no records behind it, and never will.
  if (fact === 'pulse') throw new Error('nobody lists the records of a survey');
  return kinds[fact];
}

/** The details of rows, in their order: one look-up for each kind of record among them. */
export async function detailsOf(rows: readonly ListedRow[], asking: Asking): Promise<RecordDetails[]> {
  const ids = new Map<RecordKind, Set<string>>();
  for (const row of rows) {
    const kind = kindOf(row);
    ids.set(kind, (ids.get(kind) ?? new Set()).add(row.line_id ?? row.record_id));
    // A won deal without lines stands for itself.
    if (kind === 'line' && !row.line_id) ids.set('deal', (ids.get('deal') ?? new Set()).add(row.record_id));
  }
  const found = new Map<RecordKind, Map<string, Found>>();
  for (const [kind, those] of ids)
    found.set(kind, await lookUps[kind]([...those], asking, rows[0]?.day ?? new Date(0)));
  return rows.map((row) => {
    const own = kindOf(row);
    const kind = own === 'line' && !row.line_id ? 'deal' : own;
    const {
      name,
      customer = null,
      why = [],
    } = found.get(kind)?.get(row.line_id ?? row.record_id) ?? {
      name: text('kpi.someone'),
    };
    const said = [eventText(row, asking), ...why].filter(Boolean);
    return { kind, id: row.record_id, name, customer, why: said.join(' · ') };
  });
}

function eventText({ event, fact, stage_id }: ListedRow, { directory: { stages } }: Asking): string {
  if (fact === 'state') return stages.find(({ id }) => id === stage_id)?.name ?? '';
  return event && textIfAny(`records.event.${event}`) ? (textIfAny(`records.event.${event}`) ?? '') : '';
}

/** @param day that on which the first of them counts; where that matters they all count on it */
type LookUp = (ids: string[], asking: Asking, day: Date) => Promise<Map<string, Found>>;

const lookUps: Record<RecordKind, LookUp> = {
  activity: async (ids, { db, workspace }) => {
    const found = await db.activity.findMany({
      where: { workspaceId: workspace.id, id: { in: ids } },
      include: { customer: true, lead: true, deal: true },
    });
    return byId(found, ({ type, outcome, result, customer, lead, deal }) => ({
      name: textIfAny(`group.type.${type}`) ?? type,
      customer: customer?.name ?? lead?.name ?? deal?.name ?? null,
      why: [
        outcome && (textIfAny(`group.outcome.${outcome}`) ?? outcome),
        result && (textIfAny(`group.result.${result}`) ?? result),
      ],
    }));
  },
  lead: async (ids, { db, workspace }) => {
    const found = await db.lead.findMany({ where: { workspaceId: workspace.id, id: { in: ids } } });
    return byId(found, ({ name, score, leadSource }) => ({
      name,
      why: [leadSource, score === null ? null : text('records.score', { score })],
    }));
  },
  deal: async (ids, { db, workspace }) => {
    const [found, reopened] = await Promise.all([
      db.deal.findMany({ where: { workspaceId: workspace.id, id: { in: ids } }, include: { customer: true } }),
      reopenedOn(db, workspace, ids),
    ]);
    return byId(found, ({ id, name, customer, status }) => {
      const again = reopened.get(id);
      return {
        name,
        customer: customer?.name ?? null,
        why: [textIfAny(`records.status.${status}`), again && text('records.reopened', { day: again })],
      };
    });
  },
  line: async (ids, { db, workspace }) => {
    const found = await db.dealLine.findMany({
      where: { workspaceId: workspace.id, id: { in: ids } },
      include: { product: true, deal: { include: { customer: true } } },
    });
    return byId(found, ({ product, quantity, kind, deal }) => ({
      name: text('records.line', {
        quantity: quantity.toNumber(),
        product: product?.name ?? text('group.none.product'),
        deal: deal.name,
      }),
      customer: deal.customer?.name ?? null,
      why: [kind && (textIfAny(`group.kind.${kind}`) ?? kind)],
    }));
  },
  customer: async (ids, { db, workspace }) => {
    const found = await db.customer.findMany({ where: { workspaceId: workspace.id, id: { in: ids } } });
    return byId(found, ({ name, segment }) => ({ name, why: [segment] }));
  },
  answer: async (ids, { db, workspace }) => {
    const found = await db.surveyAnswer.findMany({
      where: { workspaceId: workspace.id, id: { in: ids } },
      include: { customer: true },
    });
    return byId(found, ({ instrument, score, respondent, customer }) => ({
      name: respondent ?? text('records.answer', { instrument: instrument.toUpperCase() }),
      customer: customer?.name ?? null,
      why: [text('records.score', { score })],
    }));
  },
  // A product stands in a list for its price beside those that competitors asked for the like.
  product: async (ids, asking, day) => {
    const observed = await observedBy(ids, asking, day);
    return byId(
      asking.directory.products.filter(({ id }) => ids.includes(id)),
      ({ id, name }) => ({ name, why: observed.filter(({ productId }) => productId === id).map(({ said }) => said) }),
    );
  },
  expense: async (ids, { db, workspace }) => {
    const found = await db.expense.findMany({ where: { workspaceId: workspace.id, id: { in: ids } } });
    return byId(found, ({ category, leadSource, campaign }) => ({
      name: textIfAny(`records.expense.${category}`) ?? category,
      why: [leadSource, campaign],
    }));
  },
  person: async (ids, { directory: { members } }) =>
    byId(
      members.filter(({ id }) => ids.includes(id)),
      ({ name }) => ({ name }),
    ),
};

/** The latest price of each competitor that tells something about a day, in words. */
async function observedBy(ids: string[], { db, workspace }: Asking, day: Date) {
  const last = plainDateOf(day);
  const first = last.subtract({ days: DAYS_OF_USE - 1 });
  const found = await db.competitorPrice.findMany({
    where: {
      ...{ workspaceId: workspace.id, productId: { in: ids } },
      observedOn: { gte: new Date(first.toString()), lte: day },
    },
    distinct: ['productId', 'competitor'],
    orderBy: [{ productId: 'asc' }, { competitor: 'asc' }, { observedOn: 'desc' }, { id: 'desc' }],
  });
  const { calendar } = calendarSettings(workspace);
  return found.map(({ productId, competitor, price, currency, observedOn }) => ({
    productId,
    said: text('records.observed', {
      competitor,
      price: figureText(price.toString(), { unit: 'money', currency }),
      day: dayAndMonth(plainDateOf(observedOn), calendar),
    }),
  }));
}

const byId = <Row extends { id: string }>(rows: readonly Row[], found: (row: Row) => Found) =>
  new Map(rows.map((row) => [row.id, found(row)]));

/** When deals that had been closed were opened again, the last time: only their later closing counts. */
async function reopenedOn(db: Database, workspace: Workspace, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; day: Date }[]>(Prisma.sql`
    SELECT st.deal_id AS id, max(again.starts_on) AS day
    FROM deal_states st JOIN deal_states again ON again.workspace_id = st.workspace_id AND again.deal_id = st.deal_id
      AND again.status = 'open' AND again.starts_on >= st.ends_on
    WHERE st.workspace_id = ${workspace.id}::uuid AND st.deal_id = ANY(${ids}::uuid[]) AND st.status IN ('won', 'lost')
    GROUP BY st.deal_id`);
  const { calendar } = calendarSettings(workspace);
  return new Map(rows.map(({ id, day }) => [id, dayAndMonth(plainDateOf(day), calendar)]));
}
