import { Prisma } from '../db/generated/client.ts';
import { type Fact, isState, type Measure } from './definition.ts';
import type { Grouping } from './dimensions.ts';
import { factRows } from './facts/index.ts';
import type { FactScope } from './facts/scope.ts';
import { recordedFrom } from './facts/state.ts';
import { type JoinName, joinClauses } from './joins.ts';
import type { Whose } from './question.ts';

const { sql } = Prisma;

/** A span of days to count over. Days are ISO and half-open, instants ISO. */
export interface CountedSpan {
  startsOn: string;
  endsOn: string;
  /** Where counting stops inside the span. */
  untilAt: string | null;
  /** From when cohorts are looked back at, and the local day of that. */
  seenAt: string;
  seenOn: string;
}

export interface StatementInput {
  fact: Fact;
  measures: readonly Measure[];
  scope: Omit<FactScope, 'lineKey'>;
  spans: readonly CountedSpan[];
  whose: Whose;
  grouping: Grouping | null;
}

/** A row for each span as a whole (`key_of` 0) and, when grouped, for each of its groups (`key_of` 1); measures as columns. */
export interface StatementRow {
  span: number;
  key_of: number;
  key: string | null;
  /** How many rows of the fact there are: 0 means that nothing happened. */
  facts: number;
  recorded_from: Date | null;
  [measure: string]: unknown;
}

/**
 * One statement that answers all measures of one fact over all spans at once, grouped and as a whole. Values are always bound.
 * Where the lines of one deal fall into several groups, the whole is counted apart, or the deal would count for each of them.
 */
export function statementFor(input: StatementInput): Prisma.Sql {
  const { grouping } = input;
  if (!grouping) return select(input, null, sql`s.idx`);
  if (grouping.lineKey)
    return sql`${select(input, null, sql`s.idx`)} UNION ALL ${select(input, grouping, sql`s.idx, ${grouping.key}`)}`;
  return select(input, grouping, sql`GROUPING SETS ((s.idx), (s.idx, ${grouping.key}))`);
}

function select(
  { fact, measures, scope, spans, whose }: StatementInput,
  grouping: Grouping | null,
  groupBy: Prisma.Sql,
): Prisma.Sql {
  const factScope: FactScope = { ...scope, lineKey: grouping?.lineKey ?? null };
  const joins = new Set<JoinName>([...measures.flatMap((measure) => measure.joins ?? []), ...(grouping?.joins ?? [])]);
  if (whose.scope === 'team' && fact !== 'headcount') joins.add('membership');
  const columns = measures.map((measure) => sql`${measure.sql} AS ${Prisma.raw(`"${measure.id}"`)}`);
  const recorded = isState(fact) ? recordedFrom[fact](scope.workspaceId) : sql`NULL::date`;
  const keyOf = grouping && !grouping.lineKey ? sql`1 - GROUPING(${grouping.key})` : grouping ? sql`1` : sql`0`;
  // OFFSET 0 keeps PostgreSQL from reading somebody's whole past once for all spans; so each span is a range of an index.
  const facts = sql`LATERAL (
    SELECT * FROM (${factRows[fact](factScope)}) f WHERE ${belongsTo(whose, fact, scope.workspaceId)} OFFSET 0) f`;
  const rows = joins.size ? sql`(${facts} ${joinClauses(joins, factScope)})` : facts;
  return sql`
    SELECT s.idx AS span, (${keyOf})::int AS key_of, ${grouping ? grouping.key : sql`NULL`} AS key,
      count(f.day)::int AS facts, ${recorded} AS recorded_from, ${Prisma.join(columns)}
    FROM (VALUES ${Prisma.join(spans.map(spanRow))}) s (idx, starts_on, ends_on, until_at, seen_at, seen_on)
    LEFT JOIN ${rows} ON ${isInTeamThen(whose, fact)}
    GROUP BY ${groupBy}`;
}

const spanRow = ({ startsOn, endsOn, untilAt, seenAt, seenOn }: CountedSpan, index: number) =>
  sql`(${index}::int, ${startsOn}::date, ${endsOn}::date, ${untilAt}::timestamptz, ${seenAt}::timestamptz, ${seenOn}::date)`;

function belongsTo(whose: Whose, fact: Fact, workspaceId: string): Prisma.Sql {
  if (whose.scope === 'workspace') return sql`true`;
  if (whose.scope === 'member') return sql`f.owner_id = ${whose.memberId}::uuid`;
  // A head counts in every team it was in, on whichever day.
  if (fact === 'headcount') return sql`f.team_id = ANY(${whose.teamIds}::uuid[])`;
  return sql`f.owner_id IN (
    SELECT member_id FROM memberships WHERE workspace_id = ${workspaceId}::uuid AND team_id = ANY(${whose.teamIds}::uuid[]))`;
}

/** Having been in the team ever narrows the search to its people; being in it on the fact's day decides. */
const isInTeamThen = (whose: Whose, fact: Fact): Prisma.Sql =>
  whose.scope === 'team' && fact !== 'headcount' ? sql`membership.team_id = ANY(${whose.teamIds}::uuid[])` : sql`true`;
