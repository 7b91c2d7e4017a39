/**
 * Members' goals for revenue; a team's is the sum of its people's, and everyone's that of all. Where some have none, what
 * they did does not count either.
 */
import type { Facts } from '../support/facts.ts';
import { plus } from './oracle-calendar.ts';
import type { Asked } from './oracle-measures.ts';
import { dayOf, type Row } from './oracle-shapes.ts';

interface Span {
  from: string;
  to: string;
}

/** A goal, and what is held against it. */
export interface Aim {
  target: number;
  counts(row: Row): boolean;
}

export function goalsIn(facts: Facts, asked: Span): (asked: Asked) => Aim | null {
  const belongs = facts.belongs ?? [];
  /** On how many weekdays somebody belonged anywhere, or to a team; who never belonged anywhere was always there. */
  const daysThere = (name: string, span: Span, team?: string) => {
    const all = belongs.filter(({ who }) => who === name);
    const spans = all.filter((each) => team === undefined || each.team === team);
    const isThere = (day: string) =>
      all.length === 0 || spans.some(({ from, to }) => (!from || from <= day) && (!to || day < to));
    return weekdays(span).filter(isThere).length;
  };
  /**
   * Each day has its part of one goal: of the longest that lies within the days asked for, else of the shortest it is in.
   * There must be one that reaches over all of them, or some within them for every day.
   */
  const own = (name: string, team?: string): number | null => {
    const theirs = (facts.targets ?? []).filter(({ whose, value }) => whose === name && value !== null);
    const shortestFirst = theirs.sort((a, b) => lengthOf(a) - lengthOf(b));
    const isAround = theirs.some(({ from, to }) => from <= asked.from && to >= asked.to);
    const within = shortestFirst.filter(({ from, to }) => from >= asked.from && to <= asked.to);
    const holds = (day: string) => (goal: Span) => goal.from <= day && day < goal.to;
    const isFilled = daysOf(asked).every((day) => within.some(holds(day)));
    if ((!isAround && !isFilled) || daysThere(name, asked, team) === 0) return null;
    return weekdays(asked).reduce((sum, day) => {
      const goal = within.findLast(holds(day)) ?? shortestFirst.find(holds(day));
      const here = daysThere(name, { from: day, to: plus(day, { days: 1 }) }, team);
      return goal ? sum + ((goal.value ?? 0) * here) / weekdays(goal).length : sum;
    }, 0);
  };
  const isHere = (name: string) => {
    const left = facts.people?.[name]?.deactivated;
    return !left || dayOf(left) >= asked.from;
  };
  const places = belongs.filter(({ from, to }) => (!from || from < asked.to) && (!to || to > asked.from));
  const peopleOf = (team: string) => places.filter((each) => each.team === team).map(({ who }) => who);
  /** Who is in no team or job sells nothing, unless nobody is in one. */
  const isPlaced = (name: string) => belongs.length === 0 || places.some(({ who }) => who === name);
  /** Null: somewhere nobody has a goal. */
  const sum = (groups: { team?: string; names: string[] }[]): Aim | null => {
    const all = groups.map(({ team, names }) => {
      const here = [...new Set(names)].filter(isHere);
      const goals = here.map((name) => ({ name, team, value: own(name, team) }));
      const having = goals.filter(({ value }) => value !== null);
      return { having, there: here.filter((name) => isPlaced(name) || having.some((each) => each.name === name)) };
    });
    if (all.some(({ having }) => having.length === 0)) return null;
    const having = all.flatMap((each) => each.having);
    const [some, everyone] = [having.map(({ name }) => name), all.flatMap(({ there }) => there)];
    const haveAll = new Set(some).size === new Set(everyone).size;
    return {
      target: having.reduce((so, { value }) => so + (value ?? 0), 0),
      counts: ({ owner, keys }) =>
        haveAll || having.some(({ name, team }) => name === owner && (team === undefined || team === keys.team)),
    };
  };
  const ofOne = (name: string): Aim | null => {
    const target = own(name);
    return target === null ? null : { target, counts: () => true };
  };
  return ({ whose, by, key }) => {
    if (by === 'rep') return key ? ofOne(key) : null;
    if (by === 'team') return key && !(whose && 'member' in whose) ? sum([{ team: key, names: peopleOf(key) }]) : null;
    if (by) return null;
    if (!whose) return sum([{ names: ['anna', 'ben', 'cleo'] }]);
    if ('member' in whose) return ofOne(whose.member);
    return sum(whose.teams.map((team) => ({ team, names: peopleOf(team) })));
  };
}

/** In days. */
const lengthOf = ({ from, to }: Span) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const daysOf = ({ from, to }: Span): string[] =>
  Array.from({ length: lengthOf({ from, to }) }, (_, days) => plus(from, { days }));

const weekdays = (span: Span): string[] => daysOf(span).filter((day) => new Date(day).getUTCDay() % 6 !== 0);
