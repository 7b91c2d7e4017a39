import type { Database } from '../db/client.ts';
import { type Fact, isState, type Measure } from './definition.ts';
import { groupingOf, isTime } from './dimensions.ts';
import type { Dimension, Whose } from './question.ts';
import { type CountedSpan, type StatementRow, statementFor } from './statement.ts';

export interface FiguresInput {
  db: Database;
  workspaceId: string;
  currency: string;
  measures: readonly Measure[];
  spans: readonly CountedSpan[];
  whose: Whose;
  by: Dimension | null;
}

/** What SQL found, to be looked up by span and, within a span, by group. */
export interface Figures {
  /** The measure over a whole span. */
  whole(span: number, measure: Measure): unknown;
  /** The measure over one group of a span; what it is of nothing where the group has no facts. */
  group(span: number, key: string | null, measure: Measure): unknown;
  /** Groups of a span that have facts. */
  keys(span: number): (string | null)[];
  /** Whether the span has any facts at all. */
  any(span: number): boolean;
}

/** A span before all time: tells what each measure is of nothing (a count 0, a sum of unknowns no data). */
const never: CountedSpan = {
  startsOn: '0001-01-01',
  endsOn: '0001-01-01',
  untilAt: null,
  seenAt: '0001-01-01',
  seenOn: '0001-01-01',
};

/** Asks one statement per fact, all at the same time. */
export async function findFigures({
  db,
  workspaceId,
  currency,
  measures,
  spans,
  whose,
  by,
}: FiguresInput): Promise<Figures> {
  const byFact = new Map<Fact, Measure[]>();
  for (const measure of new Map(measures.map((each) => [each.id, each])).values()) {
    byFact.set(measure.fact, [...(byFact.get(measure.fact) ?? []), measure]);
  }
  const found = await Promise.all(
    [...byFact].map(async ([fact, ofFact]): Promise<[Fact, StatementRow[]]> => {
      const events = new Set(ofFact.flatMap((measure) => measure.events ?? []));
      const grouping = by && !isTime(by) ? (groupingOf(fact, by) ?? null) : null;
      const scope = { workspaceId, currency, events };
      const statement = statementFor({ fact, measures: ofFact, scope, spans: [...spans, never], whose, grouping });
      return [fact, await db.$queryRaw<StatementRow[]>(statement)];
    }),
  );
  return lookUp(new Map(found), spans);
}

function lookUp(found: Map<Fact, StatementRow[]>, spans: readonly CountedSpan[]): Figures {
  const rows = new Map<string, StatementRow>();
  for (const [fact, ofFact] of found) {
    for (const row of ofFact)
      rows.set(`${fact} ${row.span} ${row.key_of ? `of ${JSON.stringify(row.key)}` : 'whole'}`, row);
  }
  const cell = (row: StatementRow | undefined, span: number, measure: Measure) =>
    isState(measure.fact) && !isRecorded(row, spans[span]) ? null : row?.[measure.id];
  const whole = (span: number, measure: Measure) => cell(rows.get(`${measure.fact} ${span} whole`), span, measure);
  const ofNothing = (measure: Measure) => rows.get(`${measure.fact} ${spans.length} whole`);
  const all = [...found.values()].flat();
  // That there are people is no fact about what they did.
  const happened = [...found].flatMap(([fact, ofFact]) => (fact === 'headcount' ? [] : ofFact));
  return {
    whole,
    group: (span, key, measure) =>
      cell(rows.get(`${measure.fact} ${span} of ${JSON.stringify(key)}`) ?? ofNothing(measure), span, measure),
    keys: (span) => [
      ...new Set(all.filter((row) => row.span === span && row.key_of && row.facts).map(({ key }) => key)),
    ],
    any: (span) => happened.some((row) => row.span === span && !row.key_of && row.facts),
  };
}

/** Before the recorded history begins, and of the future, nothing is known of the state: that is no empty pipeline. */
function isRecorded(row: StatementRow | undefined, span: CountedSpan | undefined): boolean {
  const from = row?.recorded_from?.toISOString().slice(0, 10);
  return from !== undefined && span !== undefined && from < span.endsOn && span.startsOn < span.endsOn;
}
