/** Stores facts and asks about them as a test likes to: names for ids, March 2026 unless told otherwise. */
import { Temporal } from 'temporal-polyfill';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import type { Database } from '../../src/db/client.ts';
import type { Answer, Figure, KpiValue } from '../../src/kpi/answer.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import type { Dimension, Filter, Whose } from '../../src/kpi/question.ts';
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
  /** The name behind a group's key. */
  name(key: string | null): string | null;
}

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
  const ask: Story['ask'] = (kpis, { whose, period = march, by, now = '2026-06-15T12:00', ...more } = {}) => {
    const instant = now.endsWith('Z')
      ? Temporal.Instant.from(now)
      : Temporal.PlainDateTime.from(now).toZonedDateTime(workspace.zone).toInstant();
    const question = { kpis, whose: whoseOf(whose), period, by: by ? [by].flat() : [], ...more };
    return evaluate({ db, workspace, directory, now: instant }, question);
  };
  return {
    ask,
    id,
    name: (key) => key && nameOf(key),
    kpi: async (kpi, about) => (await ask([kpi], about)).kpis[0]!,
    groups: async (kpi, by, about) => {
      const { groups } = await ask([kpi], { ...about, by });
      return Object.fromEntries(
        groups.map(({ key, kpis }) => [key === null ? '–' : nameOf(key), kpis[0]?.value ?? null]),
      );
    },
  };
}
