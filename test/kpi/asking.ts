/** Stores facts and asks about them as a test likes to: names for ids, March 2026 unless told otherwise. */
import { Temporal } from 'temporal-polyfill';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import type { Database } from '../../src/db/client.ts';
import type { Answer, Figure, KpiValue } from '../../src/kpi/answer.ts';
import { type Asking, evaluate } from '../../src/kpi/evaluate.ts';
import { type Records, type RecordsAsked, type RecordsPart, recordsBehind } from '../../src/kpi/explain.ts';
import type { Dimension, Filter, Whose } from '../../src/kpi/question.ts';
import { everyReader } from '../../src/kpi/survey-reader.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import type { Facts } from '../support/facts.ts';
import { type Stored, storeFacts } from '../support/store-facts.ts';

export interface About {
  /** A member's name, `team <name>`, or nothing for everyone. */
  whose?: string;
  period?: PeriodSpec;
  by?: Dimension | readonly Dimension[];
  where?: readonly Filter[];
  top?: number;
  against?: 'lastYear';
  /** An instant; or by the workspace's clocks, without a Z. */
  now?: string;
}

export interface Story {
  ask(kpis: readonly string[], about?: About): Promise<Answer>;
  /** One KPI as a whole. */
  kpi(id: string, about?: About): Promise<KpiValue>;
  /** One KPI's value by group: names or keys, `–` for those without, in the answer's order. */
  groups(id: string, by: Dimension, about?: About): Promise<Record<string, Figure | null>>;
  /** The key of a group by its name. */
  id: Stored['id'];
  /** The records behind one KPI's value, all on one page. */
  records(kpi: string, part: RecordsPart, about?: About, asked?: Partial<RecordsAsked>): Promise<Records | null>;
  /** What a question is asked with at a moment. */
  at(now: string): Asking;
  /** The name behind a group's key. */
  name(key: string | null): string | null;
}

/** When everybody asks who does not say when: March is long over. */
const LATER = '2026-06-15T12:00';
const march: PeriodSpec = { kind: 'month', month: 3, year: 2026 };
export const days = (from: string, through: string): PeriodSpec => ({ kind: 'between', from, through });

export async function tell(db: Database, facts: Facts, arrange?: <T>(rows: T[]) => T[]): Promise<Story> {
  const { workspace, id, nameOf } = await storeFacts(db, facts, arrange);
  const directory = await loadDirectory(db, workspace.id);
  const whoseOf = (whose: string | undefined): Whose => {
    if (!whose) return { scope: 'workspace' };
    if (!whose.startsWith('team ')) return { scope: 'member', memberId: id('member', whose) };
    const teams = whose.slice(5).split(' + ');
    return { scope: 'team', teamIds: teams.map((name) => id('team', name)) };
  };
  const at = (now: string): Asking => {
    const instant = now.endsWith('Z')
      ? Temporal.Instant.from(now)
      : Temporal.PlainDateTime.from(now).toZonedDateTime(workspace.zone).toInstant();
    return { db, workspace, directory, now: instant, reads: everyReader };
  };
  const questionOf = (kpis: readonly string[], { whose, period = march, by, now: _, ...more }: About) => ({
    ...{ kpis, whose: whoseOf(whose), period, by: by ? [by].flat() : [] },
    ...more,
  });
  const ask: Story['ask'] = (kpis, about = {}) => evaluate(at(about.now ?? LATER), questionOf(kpis, about));
  return {
    ask,
    id,
    at,
    name: (key) => key && nameOf(key),
    records: (kpi, part, about = {}, asked = {}) =>
      recordsBehind(at(about.now ?? LATER), questionOf([kpi], about), { kpi, part, pageSize: 1000, ...asked }),
    kpi: async (kpi, about) => (await ask([kpi], about)).kpis[0]!,
    groups: async (kpi, by, about) => {
      const { groups } = await ask([kpi], { ...about, by });
      return Object.fromEntries(
        groups.map(({ key, kpis }) => [key === null ? '–' : nameOf(key), kpis[0]?.value ?? null]),
      );
    },
  };
}
