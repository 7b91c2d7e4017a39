import { isoDayOf } from '../calendar/js-date.ts';
import type { Database } from '../db/client.ts';
import { breakdownOf, filtersFor, isTime } from './dimensions.ts';
import { recordedFrom } from './facts/recorded-from.ts';
import { type Fact, isState, type Measure } from './measure.ts';
import type { Dimension, Filter, Whose } from './question.ts';
import { type CountedSpan, type StatementRow, statementFor } from './statement.ts';
import type { SurveyReader } from './survey-reader.ts';

export interface FiguresInput {
  db: Database;
  workspaceId: string;
  currency: string;
  measures: readonly Measure[];
  spans: readonly CountedSpan[];
  whose: Whose;
  where: readonly Filter[];
  by: readonly Dimension[];
  /** The outer region an inner one is shown as. */
  regionsAs: ReadonlyMap<string, string>;
  /** Who reads results of employee surveys; null: nobody. */
  reader: SurveyReader | null;
}

/** What SQL found, to be looked up by span and, within a span, by group. */
export interface Figures {
  /** A measure over a span or a group of it; its empty value (0 or no data) if the group has no facts. */
  at(span: number, keys: Keys, measure: Measure): unknown;
  /** Groups of a span by the first (0) or second (1) breakdown that have facts, within a group by the other. */
  keys(span: number, level: number, within: Keys): (string | null)[];
  /** Whether the span has any facts at all. */
  any(span: number): boolean;
  /** The first day (ISO) with a record of this fact; null where that does not matter. */
  recordedFrom(fact: Fact): string | null;
}

/** The key of a group in each of two breakdowns; undefined: any. */
export type Keys = readonly [first: string | null | undefined, second: string | null | undefined];

/** A span before all records: gives each measure's empty value (a count 0, a sum of unknowns no data). */
const never: CountedSpan = {
  startsOn: '0001-01-01',
  endsOn: '0001-01-01',
  untilAt: null,
  seenAt: '0001-01-01',
  seenOn: '0001-01-01',
  months: [],
};

/** Asks one statement per fact, all at the same time. */
export async function findFigures({
  db,
  workspaceId,
  currency,
  measures,
  spans,
  whose,
  where,
  by,
  regionsAs,
  reader,
}: FiguresInput): Promise<Figures> {
  const byFact = new Map<Fact, Measure[]>();
  for (const measure of new Map(measures.map((each) => [each.id, each])).values()) {
    byFact.set(measure.fact, [...(byFact.get(measure.fact) ?? []), measure]);
  }
  const found = await Promise.all(
    [...byFact].map(async ([fact, ofFact]): Promise<[Fact, StatementRow[]]> => {
      const events = new Set(ofFact.flatMap((measure) => measure.events ?? []));
      const groupings = by.map((each) => (isTime(each) ? null : (breakdownOf(fact, each, regionsAs) ?? null)));
      const filters = filtersFor(fact, where);
      const scope = { workspaceId, currency, events, reader };
      const counted = [...spans, never];
      const statement = statementFor({ fact, measures: ofFact, scope, spans: counted, whose, filters, groupings });
      return [fact, await db.$queryRaw<StatementRow[]>(statement)];
    }),
  );
  return lookUp(new Map(found), spans);
}

function lookUp(found: Map<Fact, StatementRow[]>, spans: readonly CountedSpan[]): Figures {
  const rows = new Map<string, StatementRow>();
  for (const [fact, ofFact] of found) {
    for (const row of ofFact) rows.set(nameOf(fact, row.span, row.key_of, row.key, row.second_key), row);
  }
  const ofNothing = new Map(
    [...found.keys()].map((fact) => [fact, rows.get(nameOf(fact, spans.length, 0, null, null))]),
  );
  const firstDays = new Map([...ofNothing].map(([fact, row]) => [fact, dayIn(row)]));
  const today = spans[0]?.seenOn ?? '';
  const all = [...found.values()].flat();
  // Headcount alone is not something that happened.
  const happened = [...found].flatMap(([fact, ofFact]) => (fact === 'headcount' ? [] : ofFact));
  return {
    at: (span, keys, { fact, id }) => {
      const row = rows.get(nameOf(fact, span, maskOf(keys), keys[0] ?? null, keys[1] ?? null)) ?? ofNothing.get(fact);
      return isRecorded(fact, firstDays.get(fact) ?? null, spans[span], today) ? row?.[id] : null;
    },
    keys: (span, level, within) => {
      const mask = maskOf(within) | (1 << level);
      const isWithin = (row: StatementRow) => level === 0 || within[0] === undefined || row.key === within[0];
      const those = all.filter((row) => row.span === span && row.key_of === mask && row.facts && isWithin(row));
      return [...new Set(those.map((row) => (level === 0 ? row.key : row.second_key)))];
    },
    recordedFrom: (fact) => firstDays.get(fact) ?? null,
    any: (span) => happened.some((row) => row.span === span && !row.key_of && row.facts),
  };
}

/** Joined by \0, which no text in PostgreSQL can contain. */
const nameOf = (fact: Fact, span: number, keyOf: number, key: string | null, second: string | null) =>
  [fact, span, keyOf, key ?? '\0none', second ?? '\0none'].join('\0');

/** The bits of the breakdowns a group has a key in, as in a row's `key_of`. */
const maskOf = (keys: Keys) => keys.reduce<number>((so, key, index) => (key === undefined ? so : so | (1 << index)), 0);

const dayIn = (row: StatementRow | undefined) => (row?.recorded_from ? isoDayOf(row.recorded_from) : null);

/**
 * Before the first record nothing is known, which is neither an empty pipeline nor no revenue. A state's future is
 * unknown, too; an event's running period is 0 until the first one is recorded.
 */
function isRecorded(fact: Fact, from: string | null, span: CountedSpan | undefined, today: string): boolean {
  if (!recordedFrom[fact] || !span) return true;
  if (isState(fact)) return from !== null && from < span.endsOn && span.startsOn < span.endsOn;
  return (from !== null && from < today ? from : today) < span.endsOn;
}
