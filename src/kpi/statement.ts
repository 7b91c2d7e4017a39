import { Prisma } from '../db/generated/client.ts';
import { aggregateOf } from './aggregate.ts';
import type { Grouping } from './dimensions.ts';
import { factRows } from './facts/index.ts';
import { recordedFrom } from './facts/recorded-from.ts';
import type { FactScope } from './facts/scope.ts';
import { type JoinName, joinClauses } from './joins.ts';
import type { Fact, Measure } from './measure.ts';
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
  /** The first days of the 12 complete months to the span's end, and the day on which the last of them has ended. */
  months: readonly string[];
}

export interface StatementInput {
  fact: Fact;
  measures: readonly Measure[];
  scope: Omit<FactScope, 'lineKeys' | 'lineFilter' | 'isOfTeams'>;
  spans: readonly CountedSpan[];
  whose: Whose;
  /** Only facts with one of these keys count. */
  filters: readonly { grouping: Grouping; keys: readonly string[] }[];
  /** The breakdowns of a question in their order; null for one that is no matter of this fact's rows, such as time. */
  groupings: readonly (Grouping | null)[];
}

/**
 * A row for each span as a whole (`key_of` 0), for each of its groups by the first breakdown (1), by the second (2) and
 * by both (3); measures as columns.
 */
export interface StatementRow {
  span: number;
  key_of: number;
  key: string | null;
  second_key: string | null;
  /** How many rows of the fact there are: 0 means that nothing happened. */
  facts: number;
  recorded_from: Date | null;
  [measure: string]: unknown;
}

/** A breakdown, and the bit that stands for it in `key_of`. */
interface Slot {
  grouping: Grouping;
  bit: number;
}

/**
 * One statement that answers all measures of one fact over all spans at once, grouped and as a whole. Values are always bound.
 * Where the lines of one deal fall into several groups, each way to group is counted apart, or the deal would count in
 * the whole for each of them.
 */
export function statementFor(input: StatementInput): Prisma.Sql {
  const slots = input.groupings.flatMap((grouping, index): Slot[] => (grouping ? [{ grouping, bit: 1 << index }] : []));
  const sets = [[], ...slots.map((slot) => [slot]), ...(slots.length > 1 ? [slots] : [])];
  if (slots.some(({ grouping }) => grouping.line))
    return Prisma.join(
      sets.map((set) => select(input, set, [set])),
      ' UNION ALL ',
    );
  return select(input, slots, sets);
}

/** What is grouped by all `slots`, counted for each of the `sets` of them. */
function select(input: StatementInput, slots: readonly Slot[], sets: readonly (readonly Slot[])[]): Prisma.Sql {
  const { fact, measures, scope } = input;
  const columns = measures.map((measure) => sql`${aggregateOf(measure)} AS ${Prisma.raw(`"${measure.id}"`)}`);
  const recorded = recordedFrom[fact]?.(scope.workspaceId) ?? sql`NULL::date`;
  const keyFor = (bit: number) => slots.find((slot) => slot.bit === bit)?.grouping.key ?? sql`NULL`;
  const keyOf = slots.map(({ grouping, bit }) => sql`${Prisma.raw(String(bit))} * (1 - GROUPING(${grouping.key}))`);
  const groupBy = sets.map((set) => sql`(${Prisma.join([sql`s.idx`, ...set.map(({ grouping }) => grouping.key)])})`);
  return sql`
    SELECT s.idx AS span, (${keyOf.length ? Prisma.join(keyOf, ' + ') : sql`0`})::int AS key_of,
      ${keyFor(1)} AS key, ${keyFor(2)} AS second_key,
      count(f.day)::int AS facts, ${recorded} AS recorded_from, ${Prisma.join(columns)}
    FROM ${spansWithFacts(
      input,
      slots.map(({ grouping }) => grouping),
    )}
    GROUP BY GROUPING SETS (${Prisma.join(groupBy)})`;
}

/**
 * The spans `s`, each with its facts `f` that the question is about, or with none: what every statement about facts reads
 * from. `groupings` are those whose keys it looks at.
 */
export function spansWithFacts(
  { fact, measures, scope, spans, whose, filters }: Omit<StatementInput, 'groupings'>,
  groupings: readonly Grouping[],
): Prisma.Sql {
  const ofLines = filters.flatMap(({ grouping: { line }, keys }) => (line ? [isOneOf(line.sql, keys)] : []));
  const ofFacts = filters.filter(({ grouping }) => !grouping.line);
  const factScope: FactScope = {
    ...scope,
    lineKeys: groupings.flatMap(({ line }) => line ?? []),
    lineFilter: ofLines.length ? Prisma.join(ofLines, ' AND ') : null,
    isOfTeams: whose.scope === 'team',
  };
  const needed = [...groupings, ...ofFacts.map(({ grouping }) => grouping)].flatMap((grouping) => grouping.joins);
  const joins = new Set<JoinName>([...measures.flatMap((measure) => measure.joins ?? []), ...needed]);
  if (whose.scope === 'team' && !saysTeam(fact)) joins.add('membership');
  // OFFSET 0 keeps PostgreSQL from reading somebody's whole past once for all spans; so each span is a range of an index.
  const facts = sql`LATERAL (
    SELECT * FROM (${factRows[fact](factScope)}) f WHERE ${belongsTo(whose, fact, scope.workspaceId)} OFFSET 0) f`;
  const beside = [
    ...(joins.size ? [joinClauses(joins, factScope)] : []),
    ...groupings.flatMap(({ shown }) => shown ?? []),
  ];
  const rows = beside.length ? sql`(${facts} ${Prisma.join(beside, ' ')})` : facts;
  const counts = [isInTeamThen(whose, fact), ...ofFacts.map(({ grouping, keys }) => isOneOf(grouping.key, keys))];
  return sql`(VALUES ${Prisma.join(spans.map(spanRow(fact)))}) s (idx, starts_on, ends_on, until_at, seen_at, seen_on, months)
    LEFT JOIN ${rows} ON ${Prisma.join(counts, ' AND ')}`;
}

const isOneOf = (key: Prisma.Sql, keys: readonly string[]) => sql`${key} = ANY(${keys}::text[])`;

const spanRow = (fact: Fact) => (span: CountedSpan, index: number) => {
  const { startsOn, endsOn, untilAt, seenAt, seenOn } = span;
  const months = fact === 'customer_month' ? span.months : [];
  return sql`(${index}::int, ${startsOn}::date, ${endsOn}::date, ${untilAt}::timestamptz, ${seenAt}::timestamptz, ${seenOn}::date, ${months}::date[])`;
};

/** A head counts in every team it was in, on whichever day, and what a survey published is of a team itself. */
const saysTeam = (fact: Fact): boolean => fact === 'headcount' || fact === 'pulse';

function belongsTo(whose: Whose, fact: Fact, workspaceId: string): Prisma.Sql {
  if (whose.scope === 'workspace') return sql`true`;
  if (whose.scope === 'member') return sql`f.owner_id = ${whose.memberId}::uuid`;
  if (saysTeam(fact)) return sql`f.team_id = ANY(${whose.teamIds}::uuid[])`;
  return sql`f.owner_id IN (
    SELECT member_id FROM memberships WHERE workspace_id = ${workspaceId}::uuid AND team_id = ANY(${whose.teamIds}::uuid[]))`;
}

/** Having been in the team ever narrows the search to its people; being in it on the fact's day decides. */
const isInTeamThen = (whose: Whose, fact: Fact): Prisma.Sql =>
  whose.scope === 'team' && !saysTeam(fact) ? sql`membership.team_id = ANY(${whose.teamIds}::uuid[])` : sql`true`;
