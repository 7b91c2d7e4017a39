import { Temporal } from 'temporal-polyfill';
import type { Span } from '../calendar/span.ts';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { text } from '../language/text.ts';
import type { Directory } from '../people/directory.ts';
import { workspaceCalendar } from '../people/working-calendar.ts';
import { calendarSettings, type Workspace } from '../people/workspace.ts';
import type { Answer, Group } from './answer.ts';
import { attainmentsOf, isAttainmentAlone, ofGoals } from './attainment.ts';
import { findKpi } from './catalogue/index.ts';
import { type Kpi, measuresOf } from './definition.ts';
import { addsUpBy, isTime } from './dimensions.ts';
import { type FiguresInput, findFigures } from './figures.ts';
import { loadGoalsWithin } from './goals.ts';
import { type Labels, labelsFor } from './group-labels.ts';
import { inOrder, saysSomething, startsLow } from './groups.ts';
import { kpisOfJob } from './jobs.ts';
import { kpiValue } from './kpi-value.ts';
import { kpiTitle } from './labels.ts';
import { type Part, wholePart } from './parts.ts';
import type { Dimension, Filter, Question } from './question.ts';
import { isNothingRecorded } from './recorded.ts';
import { recordsBeginIn } from './records-begin.ts';
import { regionItself, shownRegions } from './shown-regions.ts';
import { spansOf } from './spans.ts';
import { jobOf, subjectName } from './subject.ts';
import type { SurveyReader } from './survey-reader.ts';
import { type Topped, topOf } from './top.ts';
import { aimOf, areSomeLeftOut, byPeople, towardsOf } from './towards.ts';
import { goalOwnerOf, includingParts } from './where.ts';

export interface Asking {
  db: Database;
  workspace: Workspace;
  directory: Directory;
  now: Temporal.Instant;
  /** Who reads published results of employee surveys; not given: none are shown. */
  reads?: SurveyReader;
}

/**
 * Answers a question: the one place where numbers are made. Throws a Problem for a KPI that is unknown or that
 * cannot be broken down as asked.
 */
export async function evaluate(asking: Asking, question: Question): Promise<Answer> {
  const { db, workspace, directory, now } = asking;
  const { by, whose, where = [], against = 'previous' } = question;
  const asked = kpisAsked(question, asking);
  const involved = withReferred(asked);
  const settings = calendarSettings(workspace);
  const working = workspaceCalendar(workspace, directory);
  const growth = asked.some(isGrowth);
  const timed = by.find(isTime) ?? null;
  const spans = spansOf({ spec: question.period, now, settings, working, against, growth, by: timed });
  const { id: workspaceId, currency } = workspace;
  const measures = involved.flatMap(measuresOf);
  const counting: FiguresInput = {
    ...{ db, workspaceId, currency, measures, whose, by, reader: asking.reads ?? null },
    spans: spans.spans,
    where: includingParts(where, directory),
    regionsAs: shownRegions(where, directory),
  };
  const before = involved.some((kpi) => aimOf(kpi) !== null) ? spans.comparedWhole : null;
  const span = before ? spanning(spans.period, before) : spans.period;
  const aimedAt = goalOwnerOf(question) ? involved : [];
  const [figures, goalsIn] = await Promise.all([
    findFigures(counting),
    loadGoalsWithin({ db, workspace, directory, now, kpis: aimedAt, span }),
  ]);
  const towards = towardsOf(goalsIn, spans, before);
  const ofWhom = { isOfPeople: whose.scope !== 'workspace', isOfMember: whose.scope === 'member' };
  const compared = spans.spans[spans.previous];
  const recordsBegin = (kpi: Kpi) => (compared ? recordsBeginIn(kpi, compared, figures) : null);
  const whole = wholePart({ question, figures, spans, directory, withThoseGone: growth });
  const hasGoal = (id: string) =>
    [whole, ...whole.parts].some((part) => part.whose && towards.goalsOf(part).goalOf(knownKpi(id), part.whose));
  const kpis = isAttainmentAlone(question.kpis) ? ofGoals(asked, hasGoal) : asked;
  const aiming = withReferred(kpis.filter((kpi) => aimOf(kpi) !== null));
  const people = areSomeLeftOut([whole], aiming, towards)
    ? await findFigures({ ...counting, measures: aiming.flatMap(measuresOf), by: byPeople })
    : null;
  const values = { towards, people, currency, ...ofWhom, recordsBegin, find: knownKpi };
  const label = await labelsFor(question, whole, { db, workspaceId, directory, settings });
  const itself = regionItself(where, directory);
  const lowFirst = startsLow(question.order, kpis[0]?.better);
  const groupsOf = ({ parts }: Part, [first, ...others]: readonly Dimension[]): Group[] => {
    if (!first) return [];
    const groups = parts.flatMap((part) => {
      const own = kpis.map((kpi) => kpiValue(kpi, part, values));
      const within = others.length ? { groups: groupsOf(part, others) } : {};
      const name = label(first, part.key);
      const isItself = first === 'region' && part.key !== null && part.key === itself;
      const group: Group = {
        ...{ key: part.key, label: isItself ? text('group.itself', { name }) : name },
        ...{ kpis: own, ...within },
      };
      return part.isExpected || saysSomething(group) ? [group] : [];
    });
    return inOrder(groups, first, directory, lowFirst);
  };
  return {
    question,
    subject: [subjectName(whose, directory), ...filterLabels(where, label)].join(' · '),
    period: spans.period,
    comparison: spans.comparison,
    calendar: settings.calendar,
    kpis: kpis.map((kpi) => kpiValue(kpi, whole, values)),
    ...shownOf(groupsOf(whole, by), question, kpis, lowFirst),
    nothingRecorded: !figures.any(spans.current) && (await isNothingRecorded(db, workspaceId, whose)),
    freshness: directory.sources.map(({ name, lastReceivedAt }) => ({
      source: name,
      at: Temporal.Instant.from(lastReceivedAt),
    })),
    currency,
  };
}

function spanning(...spans: [Span, Span]): Span {
  const [one, other] = spans;
  return {
    from: Temporal.PlainDate.compare(one.from, other.from) < 0 ? one.from : other.from,
    to: Temporal.PlainDate.compare(one.to, other.to) > 0 ? one.to : other.to,
  };
}

/** All groups, or the top ones if a number of them is asked for. */
function shownOf(
  groups: readonly Group[],
  { by: [first], top }: Question,
  kpis: readonly Kpi[],
  lowFirst: boolean,
): Topped {
  if (!first || !top) return { groups, moreGroups: 0 };
  const addUp = kpis.every((kpi) => addsUpBy(kpi, first));
  return topOf(groups, top, addUp, lowFirst);
}

const isGrowth = ({ formula }: Kpi) => formula.kind === 'growth';

/** Customers with the same name are named once. */
const filterLabels = (where: readonly Filter[], label: Labels) =>
  where.map(({ by, keys }) => [...new Set(keys.map((key) => label(by, key)))].join(' + '));

function kpisAsked({ kpis, whose, by, where = [] }: Question, { directory, workspace, now }: Asking): Kpi[] {
  const ofJob = kpisOfJob(jobOf(whose, directory, workspace, now));
  const areNamed = kpis.length > 0 && !isAttainmentAlone(kpis);
  const asked = (areNamed ? kpis : kpis.length ? [...kpis, ...attainmentsOf(ofJob)] : ofJob).map(knownKpi);
  if (by.filter(isTime).length > 1) throw new Problem('kpi.two_times');
  const asks = [...by, ...where.map((filter) => filter.by)];
  const lacks = (kpi: Kpi) => asks.find((each) => !kpi.dimensions.includes(each));
  const able = asked.filter((kpi) => !lacks(kpi));
  const wanting = asked.find((kpi) => !able.includes(kpi));
  // A job's KPIs without this breakdown are left out; KPIs asked for by name must all support it.
  if (wanting && (areNamed || able.length === 0)) {
    const named = { kpi: kpiTitle(wanting.id), by: lacks(wanting) ?? '', known: wanting.dimensions.join(', ') };
    throw new Problem('kpi.no_dimension', named);
  }
  return able;
}

/** A KPI by its id. @throws Problem when there is none */
export function knownKpi(id: string): Kpi {
  const kpi = findKpi(id);
  if (!kpi) throw new Problem('kpi.unknown', { kpi: id });
  return kpi;
}

/** With the KPIs they refer to: attainment and coverage need another KPI's value and target. */
function withReferred(kpis: Kpi[]): Kpi[] {
  const referred = kpis.flatMap((kpi) => aimOf(kpi) ?? []);
  return [...new Set([...kpis, ...referred.map(knownKpi)])];
}
