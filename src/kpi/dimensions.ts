import { Prisma } from '../db/generated/client.ts';
import { addsUp, addsUpOverTime, type Kpi, measuresOf } from './definition.ts';
import { lineKind } from './facts/line.ts';
import type { LineKey } from './facts/scope.ts';
import type { JoinName } from './joins.ts';
import type { Fact } from './measure.ts';
import type { Dimension, Filter, TimeDimension } from './question.ts';

const { sql } = Prisma;

/** How a fact's rows are put into groups: the key is text, null for the rows that have none. */
export interface Grouping {
  key: Prisma.Sql;
  joins: readonly JoinName[];
  /** Set when the lines of a deal fall into several groups. */
  line?: LineKey;
  /** A join that replaces keys: a region by the outer region it is shown as. */
  shown?: Prisma.Sql;
}

export const isTime = (by: Dimension): by is TimeDimension => ['day', 'week', 'month', 'quarter', 'year'].includes(by);

const own = (column: Prisma.Sql): Grouping => ({ key: column, joins: [] });

const ofOwner: Partial<Record<Dimension, Grouping>> = {
  rep: own(sql`f.owner_id::text`),
  team: { key: sql`membership.team_id::text`, joins: ['membership'] },
  // A fact's own region where recorded, else its owner's: the sales region, then the office's.
  region: {
    key: sql`coalesce(f.region_id, membership.region_id, office.region_id)::text`,
    joins: ['membership', 'office'],
  },
};

const ofDeal: Partial<Record<Dimension, Grouping>> = {
  ...ofOwner,
  source: { key: sql`lead.lead_source`, joins: ['lead'] },
  country: { key: sql`coalesce(customer.country, lead.country)`, joins: ['customer', 'lead'] },
  customer: own(sql`f.customer_id::text`),
};

const byLine = (line: LineKey): Grouping => ({ key: sql`f.${Prisma.raw(line.column)}`, joins: [], line });
const byProduct = byLine({ column: 'line_product', sql: sql`l.product_id::text` });

const groupings: Record<Fact, Partial<Record<Dimension, Grouping>>> = {
  activity: {
    ...ofOwner,
    type: own(sql`f.type`),
    outcome: own(sql`f.outcome`),
    result: own(sql`f.result`),
    place: own(sql`f.place`),
    weekday: own(sql`extract(isodow FROM f.day)::text`),
    hour: own(sql`f.hour::text`),
  },
  lead: {
    ...ofOwner,
    source: own(sql`f.lead_source`),
    campaign: own(sql`f.campaign`),
    origin: own(sql`f.origin`),
  },
  lead_state: { ...ofOwner, source: own(sql`f.lead_source`) },
  deal: {
    ...ofDeal,
    competitor: own(sql`f.competitor`),
    product: byProduct,
    product_type: byLine({ column: 'line_product_type', sql: sql`p.type` }),
    kind: byLine({ column: 'line_kind', sql: lineKind }),
  },
  line: { ...ofDeal, product: own(sql`f.product_id::text`), kind: own(sql`f.kind`) },
  state: { ...ofOwner, stage: own(sql`CASE WHEN f.is_deal THEN f.stage_id::text ELSE 'lead' END`) },
  customer: {
    ...ofOwner,
    region: own(sql`f.region_id::text`),
    source: { key: sql`lead.lead_source`, joins: ['lead'] },
    campaign: { key: sql`lead.campaign`, joins: ['lead'] },
    segment: own(sql`f.segment`),
    product: byProduct,
  },
  customer_month: { segment: own(sql`f.segment`) },
  answer: {
    ...ofOwner,
    region: own(sql`f.region_id::text`),
    segment: own(sql`f.segment`),
    product: byLine({ column: 'line_product', sql: sql`a.product_id::text` }),
  },
  pulse: { team: byLine({ column: 'line_team', sql: sql`p.team_id::text` }) },
  expense: { source: own(sql`f.lead_source`), campaign: own(sql`f.campaign`) },
  price: {
    product: own(sql`f.product_id::text`),
    competitor: byLine({ column: 'line_competitor', sql: sql`o.competitor` }),
  },
  headcount: { team: own(sql`f.team_id::text`), region: own(sql`f.region_id::text`) },
};

/**
 * Whether a KPI over several groups is the sum of theirs. A deal of several products counts in each of them, so by
 * product only money adds up.
 */
export function addsUpBy(kpi: Kpi, by: Dimension): boolean {
  if (isTime(by)) return addsUpOverTime(kpi);
  const overlaps = measuresOf(kpi).some(({ fact, money }) => !money && groupings[fact][by]?.line);
  return addsUp(kpi) && (kpi.unit === 'money' || !overlaps);
}

/** How `fact` is grouped by a dimension other than time; undefined when it cannot be. */
const groupingOf = (fact: Fact, by: Dimension): Grouping | undefined => groupings[fact][by];

/** The filters of a question that apply to `fact`; those it has no column for do not restrict it. */
export const filtersFor = (fact: Fact, where: readonly Filter[]): { grouping: Grouping; keys: readonly string[] }[] =>
  where.flatMap(({ by, keys }) => {
    const grouping = groupingOf(fact, by);
    return grouping ? [{ grouping, keys }] : [];
  });

/** How `fact` is grouped in a breakdown, with inner regions shown as the outer ones they lie in. */
export function breakdownOf(fact: Fact, by: Dimension, regionsAs: ReadonlyMap<string, string>): Grouping | undefined {
  const grouping = groupingOf(fact, by);
  if (!grouping || by !== 'region' || regionsAs.size === 0) return grouping;
  // Joined because GROUP BY would not recognise an expression with bound values as the selected one.
  const shown = sql`
    LEFT JOIN unnest(${[...regionsAs.keys()]}::text[], ${[...regionsAs.values()]}::text[]) shown (raw, key)
      ON shown.raw = ${grouping.key}`;
  return { ...grouping, key: sql`coalesce(shown.key, ${grouping.key})`, shown };
}
