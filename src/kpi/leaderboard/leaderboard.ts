import { Problem } from '../../errors.ts';
import { unrankedMembers } from '../../people/leaderboard.ts';
import { shareReached } from '../../targets/review.ts';
import type { Answer, KpiValue } from '../answer.ts';
import { findKpi } from '../catalogue/index.ts';
import type { Kpi } from '../definition.ts';
import { type Asking, evaluate } from '../evaluate.ts';
import { FEWEST_FACTS } from '../fewest.ts';
import { kpiTitle } from '../labels.ts';
import type { Question } from '../question.ts';
import { ranked } from './places.ts';
import { type PersonalRecord, personalRecords } from './records.ts';

/** Somebody on the leaderboard. */
export interface Entry {
  memberId: string;
  name: string;
  kpi: KpiValue;
  /** What is reached of their own goal, as a share; infinite for none at all of what should be few; null without a goal or data. */
  attainment: number | null;
  record: PersonalRecord | null;
}

export interface Leaderboard {
  /** The whole's numbers are taken out of it: they would tell what those bring who are not on it. */
  answer: Answer;
  kpi: string;
  /** By what is reached of a goal; else by the number itself. */
  byAttainment: boolean;
  ranked: readonly (Entry & { rank: number })[];
  /** Without a goal, where others are ranked by theirs. */
  withoutGoal: readonly Entry[];
  /** With a goal, where there is no data to hold against it, or where the goal is 0. */
  withoutData: readonly Entry[];
  /** With too little behind their rate to be ranked by it. */
  tooFew: readonly Entry[];
  /** Who is left out by their own wish. */
  hidden: ReadonlySet<string>;
}

/**
 * People side by side in one KPI: by what each has reached of their own goal, or by the number where nobody has a goal.
 * Whoever wants to be on no leaderboard, or has left, is neither in it nor in its counts.
 *
 * @param question about a team or everyone, of one KPI and not broken down
 */
export async function leaderboardOf(asking: Asking, question: Question): Promise<Leaderboard> {
  const kpi = findKpi(question.kpis[0] ?? '');
  if (!kpi) throw new Problem('kpi.unknown', { kpi: question.kpis[0] ?? '' });
  if (kpi.better === 'neither') throw new Problem('leaderboard.neither', { kpi: kpiTitle(kpi.id) });
  const [found, unranked] = await Promise.all([
    evaluate(asking, { ...question, by: ['rep'] }),
    unrankedMembers(asking.db, asking.workspace.id),
  ]);
  const answer = { ...found, kpis: [], groups: [] };
  const records = await personalRecords(asking, found);
  const isShown = (key: string) => !unranked.byWish.has(key) && !unranked.gone.has(key);
  const entries = found.groups.flatMap(({ key, label, kpis: [value] }): Entry[] => {
    if (!key || !value || !isShown(key)) return [];
    const entry = { memberId: key, name: label, kpi: value, record: records.get(key) ?? null };
    return [{ ...entry, attainment: attainmentOf(value, kpi) }];
  });
  const byAttainment = entries.some(({ attainment }) => attainment !== null);
  const scored = entries.flatMap((entry) => {
    const score = byAttainment ? entry.attainment : scoreOf(entry.kpi, kpi);
    return score === null ? [] : [{ ...entry, score }];
  });
  const tooFew = entries.filter(({ kpi: value }) => isTooFew(value, kpi));
  const known = new Set([...scored, ...tooFew].map(({ memberId }) => memberId));
  // Managers and others who sell nothing are not missed.
  const isRep = ({ memberId }: Entry) => asking.directory.members.find(({ id }) => id === memberId)?.role === 'rep';
  const hasSome = (entry: Entry) => Number(entry.kpi.value) > 0;
  return {
    ...{ answer, kpi: kpi.id, byAttainment, tooFew },
    ranked: ranked(scored.filter(({ kpi: value }) => !isTooFew(value, kpi))),
    withoutGoal: entries.filter(
      (entry) =>
        byAttainment && entry.kpi.target === null && !tooFew.includes(entry) && (isRep(entry) || hasSome(entry)),
    ),
    withoutData: entries.filter(({ memberId, kpi: { target } }) => target !== null && !known.has(memberId)),
    hidden: new Set(found.groups.flatMap(({ key }) => (key !== null && unranked.byWish.has(key) ? [key] : []))),
  };
}

function attainmentOf({ value, target }: KpiValue, { better }: Kpi): number | null {
  if (value === null || target === null) return null;
  const goal = Number(target);
  return goal > 0 && better !== 'neither' ? shareReached({ target: goal, actual: Number(value) }, better) : null;
}

const scoreOf = ({ value }: KpiValue, { better }: Kpi): number | null =>
  value === null ? null : Number(value) * (better === 'down' ? -1 : 1);

/** How much a rate stands on: what is below its line; of odds, all that was decided. */
function isTooFew({ numerator, denominator }: KpiValue, { formula }: Kpi): boolean {
  if (formula.kind !== 'ratio' && formula.kind !== 'odds') return false;
  const behind = Number(denominator ?? 0) + (formula.kind === 'odds' ? Number(numerator ?? 0) : 0);
  return behind > 0 && behind < FEWEST_FACTS;
}
