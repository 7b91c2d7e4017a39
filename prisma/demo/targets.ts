import { teams } from './cast.ts';
import { idOf } from './ids.ts';
import { monthsOf } from './months.ts';
import { memberId, teamId } from './people-rows.ts';
import { holdsAt, type Post, postsOf } from './posts.ts';
import { DAY, type Timeline } from './timeline.ts';

/** What is asked of a job in a month; `aDay` of every working day. */
const goals: Readonly<Record<Post['job'], readonly Goal[]>> = {
  ae: [
    { kpi: 'revenue', aMonth: 34_000 },
    { kpi: 'deals_won', aMonth: 4 },
    { kpi: 'activities_logged', aDay: 5 },
    { kpi: 'calls_made', aDay: 3 },
    { kpi: 'meetings_held', aMonth: 12 },
  ],
  bdm: [
    { kpi: 'revenue', aMonth: 20_000 },
    { kpi: 'new_opportunities', aMonth: 6 },
    { kpi: 'activities_logged', aDay: 6 },
    { kpi: 'meetings_held', aMonth: 9 },
  ],
  sdr_outbound: [
    { kpi: 'leads_generated', aMonth: 42 },
    { kpi: 'qualified_leads', aMonth: 18 },
    { kpi: 'calls_made', aDay: 7 },
    { kpi: 'activities_logged', aDay: 9 },
  ],
  sdr_inbound: [
    { kpi: 'leads_generated', aMonth: 52 },
    { kpi: 'qualified_leads', aMonth: 26 },
    { kpi: 'calls_made', aDay: 4 },
    { kpi: 'activities_logged', aDay: 8 },
  ],
  manager: [],
};

interface Goal {
  kpi: string;
  aMonth?: number;
  aDay?: number;
}

/** What is asked of one person instead of what the job asks. */
const personal: Readonly<Record<string, readonly Goal[]>> = {
  'Anna Berger': [
    { kpi: 'calls_made', aDay: 12 },
    { kpi: 'activities_logged', aDay: 14 },
    { kpi: 'revenue', aMonth: 36_000 },
    { kpi: 'deals_won', aMonth: 6 },
  ],
  'Jonas Petersen': [
    { kpi: 'revenue', aMonth: 50_000 },
    { kpi: 'deals_won', aMonth: 7 },
  ],
  'Henrik Voss': [{ kpi: 'revenue', aMonth: 26_000 }],
  'Emre Yildiz': [{ kpi: 'revenue', aMonth: 18_000 }],
};

const teamGoals: Readonly<Record<string, readonly Goal[]>> = {
  North: [{ kpi: 'revenue', aMonth: 150_000 }],
  'Inside Sales': [{ kpi: 'qualified_leads', aMonth: 75 }],
};

/** Every month's goals, said by the manager when the month began. */
export function targetRows(timeline: Timeline) {
  const posts = postsOf(timeline);
  const managers = new Map(teams.map(({ name, manager }) => [name, manager]));
  return monthsOf(timeline).flatMap((month) => {
    const own = posts
      .filter((post) => holdsAt(post, month.from))
      .flatMap(({ name, job, team }) =>
        goalsOf(name, job).map((goal) =>
          rowOf(goal, { scope: 'member', name, id: memberId(name), setBy: managers.get(team) }),
        ),
      );
    const shared = teams.flatMap(({ name, manager }) =>
      (teamGoals[name] ?? []).map((goal) => rowOf(goal, { scope: 'team', name, id: teamId(name), setBy: manager })),
    );
    return [...own, ...shared];

    function rowOf(
      { kpi, aMonth, aDay }: Goal,
      whose: { scope: 'member' | 'team'; name: string; id: string; setBy: string | undefined },
    ) {
      return {
        id: idOf('target', `${kpi} ${whose.name} ${month.startsOn}`),
        kpi,
        scope: whose.scope,
        subjectId: whose.id,
        unit: 'month',
        startsOn: month.startsOn,
        endsOn: month.endsOn,
        value: aMonth ?? (aDay ?? 0) * month.workingDays,
        currency: kpi === 'revenue' ? 'USD' : null,
        setById: whose.setBy === undefined ? null : memberId(whose.setBy),
        setAt: timeline.instant(month.from * DAY),
      };
    }
  });
}

/** What the job asks, with the person's own measure where there is one. */
function goalsOf(name: string, job: Post['job']): readonly Goal[] {
  return goals[job].map((goal) => personal[name]?.find(({ kpi }) => kpi === goal.kpi) ?? goal);
}
