import { Temporal } from 'temporal-polyfill';
import { type ChartInput, chartOf } from '../../src/charts/from-answer.ts';
import type { Answer, Group, KpiValue } from '../../src/kpi/answer.ts';
import { findKpi } from '../../src/kpi/catalogue/index.ts';
import type { Dimension, Question } from '../../src/kpi/question.ts';
import { office } from '../calendar/examples.ts';
import { kpiValue } from '../support/answers.ts';

/** A KPI's value, of the unit it has in the catalogue. */
export function figure(id: string, value: number | null, given: Partial<KpiValue> = {}): KpiValue {
  const unit = findKpi(id)?.unit;
  if (!unit) throw new Error(`no KPI ${id}`);
  return kpiValue({ id, unit, value, numerator: value, ...given });
}

type Given = { by?: Dimension[]; question?: Partial<Question>; kpis: KpiValue[]; groups?: Group[]; running?: boolean };

/** Somebody asked for these KPIs of March 2024 by name. */
export function answerOf({ by = [], question, kpis, groups = [], running = true }: Given): Answer {
  const ids = kpis.map(({ id }) => id);
  return {
    question: { kpis: ids, whose: { scope: 'workspace' }, period: { kind: 'this', unit: 'month' }, by, ...question },
    subject: 'Acme',
    period: { ...days('2024-03-01', '2024-04-01'), running },
    comparison: { ...days('2023-03-01', '2023-03-16'), running: false },
    kpis,
    groups,
    moreGroups: 0,
    nothingRecorded: false,
    freshness: [],
    currency: 'EUR',
  };
}

const days = (from: string, to: string) => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
  until: null,
});

const working = office({ zone: 'UTC' });

/** The chart of an answer on the 15th of March. */
export const chartFrom = (answer: Answer, given: Partial<ChartInput> = {}) =>
  chartOf({
    answer,
    series: null,
    yearBefore: null,
    now: Temporal.Instant.from('2024-03-15T10:00Z'),
    zone: 'UTC',
    working,
    theme: 'light',
    ...given,
  });

/** What is in a cell: a value, or with what it stands on. */
type Cell = number | null | { value: number | null; denominator: number };

/** One KPI by two dimensions: `cells[first][second]`, of which some may be missing. */
export function pairsOf(id: string, by: [Dimension, Dimension], cells: Record<string, Record<string, Cell>>): Answer {
  const of = (cell: Cell) =>
    typeof cell === 'object' && cell ? figure(id, cell.value, { denominator: cell.denominator }) : figure(id, cell);
  const total = (row: Record<string, Cell>) =>
    Object.values(row).reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : (cell?.value ?? 0)), 0);
  const groups = Object.entries(cells).map(([key, row]) => ({
    key,
    label: key,
    kpis: [figure(id, total(row))],
    groups: Object.entries(row).map(([inner, cell]) => ({ key: inner, label: inner, kpis: [of(cell)] })),
  }));
  return answerOf({ by, kpis: [figure(id, 1)], groups });
}

/** The chart, which must be of this kind. */
export function chart<Kind extends string>(kind: Kind, drawn: ReturnType<typeof chartFrom>) {
  if (drawn?.kind !== kind) throw new Error(`a ${drawn?.kind ?? 'missing'} chart`);
  return drawn as Extract<NonNullable<typeof drawn>, { kind: Kind }>;
}
