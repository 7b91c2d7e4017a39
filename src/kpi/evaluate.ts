import { Temporal } from 'temporal-polyfill';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import type { Directory } from '../people/directory.ts';
import { workspaceCalendar } from '../people/working-calendar.ts';
import { calendarSettings, type Workspace } from '../people/workspace.ts';
import type { Answer, Group } from './answer.ts';
import { findKpi } from './catalogue/index.ts';
import { type Kpi, measuresOf } from './definition.ts';
import { addsUpBy, isTime } from './dimensions.ts';
import { findFigures } from './figures.ts';
import { loadGoals } from './goals.ts';
import { inOrder, saysSomething } from './groups.ts';
import { kpisOfJob } from './jobs.ts';
import { kpiValue } from './kpi-value.ts';
import { customerNames, kpiTitle, labelOf } from './labels.ts';
import { partsOf, wholePart } from './parts.ts';
import type { Question } from './question.ts';
import { isNothingRecorded } from './recorded.ts';
import { spansOf } from './spans.ts';
import { jobOf, subjectName } from './subject.ts';
import { type Topped, topOf } from './top.ts';

export interface Asking {
  db: Database;
  workspace: Workspace;
  directory: Directory;
  now: Temporal.Instant;
}

/**
 * Answers a question: the one place where numbers are made. Throws a Problem for a KPI that is unknown or that
 * cannot be broken down as asked.
 */
export async function evaluate(asking: Asking, question: Question): Promise<Answer> {
  const { db, workspace, directory, now } = asking;
  const { by, whose, against = 'previous' } = question;
  const kpis = kpisAsked(question, asking);
  const involved = withReferred(kpis);
  const settings = calendarSettings(workspace);
  const working = workspaceCalendar(workspace, directory);
  const spans = spansOf({ spec: question.period, now, settings, working, against, by: by && isTime(by) ? by : null });
  const { id: workspaceId, currency } = workspace;
  const measures = involved.flatMap(measuresOf);
  const [figures, goals, sources] = await Promise.all([
    findFigures({ db, workspaceId, currency, measures, spans: spans.spans, whose, by }),
    loadGoals({ db, workspace, directory, now, kpis: involved, period: spans.period }),
    db.dataSource.findMany({ where: { workspaceId }, orderBy: { name: 'asc' } }),
  ]);
  const values = { goals, by, currency, find: known };
  const whole = wholePart(figures, spans, whose);
  const parts = by ? partsOf({ by, whose, figures, spans, directory, withPrevious: kpis.some(isGrowth) }) : [];
  const customers =
    by === 'customer'
      ? await customerNames(
          db,
          workspaceId,
          parts.map(({ key }) => key),
        )
      : new Map();
  const groups = parts.flatMap((part) => {
    const label = by ? labelOf(by, part.key, directory, customers) : '';
    const group = { key: part.key, label, kpis: kpis.map((kpi) => kpiValue(kpi, part, whole, values)) };
    return part.isExpected || saysSomething(group) ? [group] : [];
  });
  return {
    question,
    subject: subjectName(whose, directory),
    period: spans.period,
    comparison: spans.comparison,
    kpis: kpis.map((kpi) => kpiValue(kpi, whole, whole, values)),
    ...shownOf(groups, question, kpis, directory),
    nothingRecorded: !figures.any(spans.current) && (await isNothingRecorded(db, workspaceId, whose)),
    freshness: sources.map(({ name, lastReceivedAt }) => ({
      source: name,
      at: Temporal.Instant.fromEpochMilliseconds(lastReceivedAt.getTime()),
    })),
    currency,
  };
}

/** The groups in their order, or the largest of them where a number of them is asked for. */
function shownOf(groups: readonly Group[], { by, top }: Question, kpis: readonly Kpi[], directory: Directory): Topped {
  if (!by) return { groups: [], moreGroups: 0 };
  if (!top) return { groups: inOrder(groups, by, directory), moreGroups: 0 };
  return topOf(
    groups,
    top,
    kpis.every((kpi) => addsUpBy(kpi, by)),
  );
}

const isGrowth = ({ formula }: Kpi) => formula.kind === 'growth';

function kpisAsked({ kpis, whose, by }: Question, { directory, workspace, now }: Asking): Kpi[] {
  const asked = (kpis.length ? kpis : kpisOfJob(jobOf(whose, directory, workspace, now))).map(known);
  const able = by ? asked.filter((kpi) => kpi.dimensions.includes(by)) : asked;
  const wanting = asked.find((kpi) => !able.includes(kpi));
  // Of a job's KPIs those are shown that can be broken down so; of those named one by one, each is owed.
  if (by && wanting && (kpis.length || able.length === 0)) {
    throw new Problem('kpi.no_dimension', { kpi: kpiTitle(wanting.id), by, known: wanting.dimensions.join(', ') });
  }
  return able;
}

function known(id: string): Kpi {
  const kpi = findKpi(id);
  if (!kpi) throw new Problem('kpi.unknown', { kpi: id });
  return kpi;
}

/** With the KPIs that others refer to: attainment and coverage are about another's goal. */
function withReferred(kpis: Kpi[]): Kpi[] {
  const referred = kpis.flatMap(({ formula }) => {
    if (formula.kind === 'attainment') return [known(formula.of)];
    return formula.kind === 'coverage' ? [known(formula.goal)] : [];
  });
  return [...new Set([...kpis, ...referred])];
}
