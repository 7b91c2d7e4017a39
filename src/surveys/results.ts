/** The results that a round publishes when it closes, once and for all. */
import type { Transaction } from '../db/client.ts';
import { type Loyalty, npsMargin, npsOf } from '../kpi/nps.ts';
import { scoreMargin } from '../kpi/score-margin.ts';
import type { PulseAnswer } from './answers.ts';
import { spreadOf } from './chance.ts';
import { countByTeam, groupsOf, mixedGroupsOf, SMALLEST_FOR_COMMENTS, SMALLEST_GROUP } from './groups.ts';
import { isOwn } from './own-questions.ts';
import { type OwnResult, ownResultsIn } from './own-results.ts';
import { type AskedQuestion, type Driver, type Instrument, rangeOf, type ScaleQuestion } from './questions.ts';
import type { Round } from './rounds.ts';

/** An answer with the group it is counted in. */
export type Counted = Omit<PulseAnswer, 'texts'> & { teamId: string | null };

export interface Published {
  /** null: everybody. */
  teamId: string | null;
  /** null: the group as a whole. */
  question: string | null;
  answers: number;
  /**
   * The sum of the scores from 1 to 5. null for an eNPS, and beside counts of each answer, where it would reveal more
   * than they do.
   */
  total: number | null;
  promoters: number | null;
  detractors: number | null;
  invited: number | null;
  /** For own questions: how many gave each answer, lowest first. */
  counts?: number[];
  /** For everybody as a whole, on a scale from 1 to 5. */
  spread: number | null;
}

/**
 * The numbers for everybody and for teams that are large enough, as a whole and by question. A question that some
 * skipped is published only for groups in which enough answered it. Own questions also get counts of each answer,
 * except in groups that all gave the same. Texts are stored separately.
 *
 * @param invited how many people of each team were asked; those in no team under null
 */
export function resultsOf(
  questions: readonly AskedQuestion[],
  answers: readonly Counted[],
  invited: ReadonlyMap<string | null, number>,
): Published[] {
  const whole = groupsOf(countByTeam(answers), SMALLEST_GROUP);
  if (!whole.everybody) return [];
  const none = { total: null, promoters: null, detractors: null, invited: null, spread: null };
  const rated = questions.filter(isRated);
  const everyone = [...invited.values()].reduce((sum, each) => sum + each, 0);
  const groups = (teamIds: readonly string[]) => [null, ...teamIds];
  const within = (rows: readonly Counted[], teamId: string | null) =>
    teamId === null ? rows : rows.filter((row) => row.teamId === teamId);
  return [
    ...groups(whole.teamIds).map((teamId) => ({
      ...{ ...none, teamId, question: null, answers: within(answers, teamId).length },
      invited: teamId === null ? everyone : (invited.get(teamId) ?? 0),
      spread: teamId === null ? spreadOf(rated, answers) : null,
    })),
    ...questions.flatMap((question) => {
      const { id } = question;
      const range = rangeOf(question);
      if (!range) return [];
      const rows = answers.filter(({ scores }) => scores[id] !== undefined);
      const { everybody, teamIds } = isOwn(question)
        ? mixedGroupsOf(scoresByTeam(rows, id), SMALLEST_GROUP)
        : groupsOf(countByTeam(rows), SMALLEST_GROUP);
      if (!everybody) return [];
      return groups(teamIds.filter((teamId) => whole.teamIds.includes(teamId))).map((teamId) => {
        const scores = within(rows, teamId).map((row) => row.scores[id] ?? 0);
        return {
          ...{ ...none, teamId, question: id, answers: scores.length },
          total: isRated(question) ? scores.reduce((sum, score) => sum + score, 0) : null,
          ...(isOwn(question) ? { counts: countsOf(scores, range) } : range.to === 10 ? loyaltyOf(scores) : {}),
        };
      });
    }),
  ];
}

/** Whether it uses the scale of a pulse. */
const isRated = (question: AskedQuestion): question is ScaleQuestion =>
  question.kind === 'scale' && !isOwn(question) && question.to !== 10;

/** The comments that may be read, and the teams that may be named as their group. */
export function commentsOf(answers: readonly Counted[]): { kept: readonly Counted[]; teamIds: readonly string[] } {
  const { everybody, teamIds } = groupsOf(countByTeam(answers), SMALLEST_FOR_COMMENTS);
  return { kept: everybody ? answers.filter(({ comment }) => comment) : [], teamIds };
}

const loyaltyOf = (scores: readonly number[]) => ({
  promoters: scores.filter((score) => score >= 9).length,
  detractors: scores.filter((score) => score <= 6).length,
});

const countsOf = (scores: readonly number[], { from, to }: { from: number; to: number }): number[] =>
  Array.from({ length: to - from + 1 }, (_, step) => scores.filter((score) => score === from + step).length);

function scoresByTeam(rows: readonly Counted[], question: string): Map<string | null, number[]> {
  const said = new Map<string | null, number[]>();
  for (const { teamId, scores } of rows) said.set(teamId, [...(said.get(teamId) ?? []), scores[question] ?? 0]);
  return said;
}

/** The published results of one group. */
export interface GroupResult {
  answers: number;
  invited: number;
  /** Satisfaction from 0 to 100, or eNPS from −100 to 100; null: too few answered, or the questions are own ones. */
  score: number | null;
  /** The margin of error (95 %); null: there is none. */
  margin: number | null;
  /** For an eNPS. */
  loyalty: Loyalty | null;
  /** Each question that enough people answered, in order; own questions are in `own`. */
  questions: QuestionResult[];
  own: OwnResult[];
}

export interface QuestionResult {
  id: string;
  text: string;
  driver: Driver | null;
  answers: number;
  score: number;
  margin: number;
}

/** The published results of a group in a closed round; null: none. */
export async function publishedOf(db: Transaction, round: Round, teamId: string | null): Promise<GroupResult | null> {
  const [result] = await publishedOfEach(db, [round], teamId);
  return result ?? null;
}

/** The same for several rounds of a workspace, in their order. */
export async function publishedOfEach(
  db: Transaction,
  rounds: readonly Round[],
  teamId: string | null,
): Promise<(GroupResult | null)[]> {
  const workspaceId = rounds[0]?.workspaceId;
  if (!workspaceId) return [];
  const rows = await db.pulseResult.findMany({
    where: {
      ...{ workspaceId, roundId: { in: rounds.map(({ id }) => id) } },
      OR: [{ teamId }, { teamId: null, question: null }],
    },
  });
  return rounds.map((round) => {
    const own = rows.filter(({ roundId }) => roundId === round.id);
    const spread = own.find((row) => row.teamId === null && row.question === null)?.spread ?? null;
    return groupResult(
      round,
      own.filter((row) => row.teamId === teamId),
      spread,
    );
  });
}

type Row = Sums & Pick<Published, 'question' | 'invited'> & { counts: number[] };

/** @param rows of one group */
function groupResult({ questions, instrument }: Round, rows: readonly Row[], spread: number | null) {
  const whole = rows.find(({ question }) => question === null);
  if (!whole) return null;
  const found = questions.flatMap((question) => {
    if (isOwn(question)) return [];
    const { id, text, driver } = question;
    const row = rows.find(({ question }) => question === id);
    return row ? [{ id, text, driver, row, answers: row.answers }] : [];
  });
  const all = found.map(({ row }) => row);
  const score = all.length > 0 ? scoreOf(instrument, all) : null;
  const loyalty = instrument === 'enps' && all.length > 0 ? loyaltyIn(all) : null;
  const margin = (of: number, people: number, ofEach?: number) =>
    loyalty ? npsMargin(loyalty) : scoreMargin(of, people, spread, ofEach);
  return {
    answers: whole.answers,
    invited: whole.invited ?? 0,
    ...{ score, loyalty },
    margin: score === null ? null : margin(score, whole.answers),
    questions: found.map(({ row, ...told }): QuestionResult => {
      const own = scoreOf(instrument, [row]);
      return { ...told, score: own, margin: margin(own, row.answers, all.length) };
    }),
    own: ownResultsIn(questions, rows),
  };
}

type Sums = Pick<Published, 'answers' | 'total' | 'promoters' | 'detractors'>;

const sumOf = (rows: readonly Sums[], of: keyof Sums) => rows.reduce((sum, row) => sum + (row[of] ?? 0), 0);

function loyaltyIn(rows: readonly Sums[]): Loyalty {
  const [promoters, detractors] = [sumOf(rows, 'promoters'), sumOf(rows, 'detractors')];
  return { promoters, detractors, passives: sumOf(rows, 'answers') - promoters - detractors };
}

/** (mean − 1) / 4 × 100 over all answers from 1 to 5; an eNPS has its own formula. */
function scoreOf(instrument: Instrument, rows: readonly Sums[]): number {
  if (instrument === 'enps') return npsOf(loyaltyIn(rows)) ?? 0;
  const answers = sumOf(rows, 'answers');
  return (25 * (sumOf(rows, 'total') - answers)) / answers;
}

/** The comments of a group that may be read, in random order: a new one each time. */
export async function readableComments(
  db: Transaction,
  { workspaceId, id: roundId }: Round,
  teamId: string | null,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ comment: string }[]>`
    SELECT a.comment FROM pulse_answers a
    JOIN pulse_rounds r ON r.workspace_id = a.workspace_id AND r.id = a.round_id AND r.closed_on IS NOT NULL
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.round_id = ${roundId}::uuid AND a.comment IS NOT NULL
      AND (${teamId}::uuid IS NULL OR a.team_id = ${teamId}::uuid)
    ORDER BY gen_random_uuid()`;
  return rows.map(({ comment }) => comment);
}
