/** Members' goals for revenue; a team's is the sum of its people's, and everyone's that of all reps. */
import type { Facts } from '../support/facts.ts';
import { plus } from './oracle-calendar.ts';
import type { Asked } from './oracle-measures.ts';

interface Span {
  from: string;
  to: string;
}

export function goalsIn(facts: Facts, asked: Span) {
  const belongs = facts.belongs ?? [];
  /** On how many weekdays somebody belonged anywhere, or to a team; who never belonged anywhere was always there. */
  const daysThere = (name: string, span: Span, team?: string) => {
    const all = belongs.filter(({ who }) => who === name);
    const spans = all.filter((each) => team === undefined || each.team === team);
    const isThere = (day: string) =>
      all.length === 0 || spans.some(({ from, to }) => (!from || from <= day) && (!to || day < to));
    return weekdays(span).filter(isThere).length;
  };
  /** Of the one goal that reaches over all of it, else of those that fill it: goals are months, so no two overlap. */
  const own = (name: string, team?: string): number | null => {
    const theirs = (facts.targets ?? []).filter(({ whose, value }) => whose === name && value !== null);
    const around = theirs.find(({ from, to }) => from <= asked.from && to >= asked.to);
    const within = theirs.filter(({ from, to }) => from >= asked.from && to <= asked.to);
    const filled = within.reduce((sum, goal) => sum + lengthOf(goal), 0) === lengthOf(asked);
    if ((!around && !filled) || daysThere(name, asked, team) === 0) return null;
    return (around ? [around] : within).reduce((sum, goal) => {
      const share = daysThere(name, around ? asked : goal, team) / weekdays(goal).length;
      return sum + (goal.value ?? 0) * share;
    }, 0);
  };
  const teamed = (team: string) =>
    new Set(
      belongs
        .filter(
          (each) => each.team === team && (!each.from || each.from < asked.to) && (!each.to || each.to > asked.from),
        )
        .map(({ who }) => who),
    );
  const sum = (names: Iterable<string>, team?: string) => {
    const known = [...names].map((name) => own(name, team)).filter((value) => value !== null);
    return known.length ? known.reduce((so, far) => so + far, 0) : null;
  };
  return ({ whose, by, key }: Asked) => {
    if (by === 'rep') return key ? own(key) : null;
    if (by === 'team') return key ? sum(teamed(key), key) : null;
    if (by) return null;
    if (!whose) return sum(['anna', 'ben', 'cleo']);
    if ('member' in whose) return own(whose.member);
    const goals = whose.teams.map((team) => sum(teamed(team), team));
    return goals.some((goal) => goal === null) ? null : goals.reduce<number>((so, far) => so + (far ?? 0), 0);
  };
}

/** In days. */
const lengthOf = ({ from, to }: Span) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function weekdays({ from, to }: Span): string[] {
  return Array.from({ length: lengthOf({ from, to }) }, (_, days) => plus(from, { days })).filter(
    (day) => new Date(day).getUTCDay() % 6 !== 0,
  );
}
