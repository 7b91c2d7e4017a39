/** The sheet for a manager's talk with one of their people: the person's week beside their past and their team. */
import { Temporal } from 'temporal-polyfill';
import { dateOf } from '../../calendar/js-date.ts';
import { localDay } from '../../calendar/local-day.ts';
import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { type Asking, evaluate, knownKpi } from '../../kpi/evaluate.ts';
import { kpisOfJob } from '../../kpi/jobs.ts';
import { jobOf } from '../../kpi/subject.ts';
import { ownTeamIds } from '../../people/manages.ts';
import { type AgreedAction, agreedActions } from '../../records/agreed-actions.ts';
import { lastNotes, type Note } from '../../records/last-notes.ts';
import { historyFrom } from '../../targets/history.ts';
import type { Week } from '../weekly.ts';
import { type Focus, focusOf, type Measured } from './focus.ts';
import { STEPS, type Step, strongestAndWeakest } from './funnel-steps.ts';
import { quartilesOf, usualOf } from './spread.ts';

export interface SheetAsked {
  memberId: string;
  week: Week;
  /** The teams whose quartiles the reader may see; null: any. */
  teamIds: readonly string[] | null;
}

export interface Sheet {
  memberId: string;
  name: string;
  week: Week;
  /** The week's numbers as an answer; `lines` has each beside the person's past and the team. */
  answer: Answer;
  lines: readonly { value: KpiValue; measured: Measured }[];
  funnel: { strongest: Step | null; weakest: Step | null };
  focus: Focus | null;
  notes: readonly Note[];
  actions: readonly AgreedAction[];
  /** The most important number, over nine weeks. */
  course: Answer;
}

const PAST_WEEKS = 8;
/** A single week has too few facts for a step. */
const STEP_WEEKS = 12;

/** Makes a person's sheet as of the moment of `asking`; null: there is no such person (any more). */
export async function sheetOf(asking: Asking, { memberId, week, teamIds }: SheetAsked): Promise<Sheet | null> {
  const { db, workspace, directory, now } = asking;
  const name = directory.members.find(({ id }) => id === memberId)?.name;
  if (name === undefined) return null;
  const whose = { scope: 'member' as const, memberId };
  const kpis = kpisToTell(kpisOfJob(jobOf(whose, directory, workspace, now)));
  const own = ownTeamIds({ id: memberId }, directory, week.through);
  const teams = own.filter((id) => teamIds === null || teamIds.includes(id));
  const team = teams.length > 0 ? { scope: 'team' as const, teamIds: teams } : null;
  const weeksUpTo = (count: number) => {
    const from = Temporal.PlainDate.from(week.from).subtract({ weeks: count - 1 });
    return { kind: 'between' as const, from: from.toString(), through: week.through };
  };
  const days = { kind: 'between' as const, ...week };
  const steps = { kpis: STEPS, period: weeksUpTo(STEP_WEEKS), by: [] };
  const [answer, weeks, people, ownSteps, teamSteps, notes, actions] = await Promise.all([
    evaluate(asking, { kpis, whose, period: days, by: [] }),
    evaluate(asking, { kpis, whose, period: weeksUpTo(PAST_WEEKS + 1), by: ['week'] }),
    team && evaluate(asking, { kpis, whose: team, period: days, by: ['rep'] }),
    evaluate(asking, { ...steps, whose }),
    team && evaluate(asking, { ...steps, whose: team }),
    lastNotes(db, workspace.id, memberId, localDay(now, workspace.zone).toString()),
    agreedActions(db, workspace.id, memberId, dateOf(now)),
  ]);
  const past = weeks.groups.filter(({ key }) => key !== week.from);
  const lines = answer.kpis.map((value) => ({
    value,
    measured: {
      kpi: value.id,
      better: knownKpi(value.id).better,
      value: value.value === null ? null : Number(value.value),
      usual: usualOf(historyFrom(past.map((group) => numberIn(group.kpis, value.id)))),
      team: quartilesOf(
        (people?.groups ?? []).flatMap(({ key, kpis: each }) => (key === null ? [] : (numberIn(each, value.id) ?? []))),
      ),
    },
  }));
  const funnel = strongestAndWeakest(stepsOf(ownSteps, teamSteps));
  const focus = focusOf(
    lines.map(({ measured }) => measured),
    funnel.weakest,
  );
  const shown = focus && kpis.includes(focus.kpi) ? focus.kpi : (kpis[0] ?? '');
  return {
    ...{ memberId, name, week, answer, lines, funnel, focus, notes, actions },
    course: onlyKpi(weeks, shown),
  };
}

/** KPIs that make sense for one person's week. Attainment is left out, as targets are shown with the numbers. */
const kpisToTell = (kpis: readonly string[]): string[] =>
  kpis.filter((id) => {
    const { formula, dimensions } = knownKpi(id);
    return formula.kind !== 'attainment' && dimensions.includes('week') && dimensions.includes('rep');
  });

const numberIn = (kpis: readonly KpiValue[], id: string): number | null => {
  const value = kpis.find((kpi) => kpi.id === id)?.value ?? null;
  return value === null ? null : Number(value);
};

function stepsOf(own: Answer, team: Answer | null): Step[] {
  return own.kpis.flatMap(({ id: kpi, value, denominator }): Step[] => {
    const ofTeam = team && numberIn(team.kpis, kpi);
    return value === null || ofTeam === null
      ? []
      : [{ kpi, own: Number(value), team: ofTeam, of: Number(denominator ?? 0) }];
  });
}

const onlyKpi = (answer: Answer, kpi: string): Answer => ({
  ...answer,
  question: { ...answer.question, kpis: [kpi] },
  kpis: answer.kpis.filter(({ id }) => id === kpi),
  groups: answer.groups.map((group) => ({ ...group, kpis: group.kpis.filter(({ id }) => id === kpi) })),
});
